"""The events that have files of their own, as one."""

from tasks.events_agreed import AgreedEvent
from tasks.events_follow import FollowEvent
from tasks.events_hands import HandsEvent, HouseEvent
from tasks.events_parts import PartEvent
from tasks.events_reach import ReachEvent

ApartEvent = PartEvent | ReachEvent | FollowEvent | AgreedEvent | HandsEvent | HouseEvent
