"""What a Subject loses because it names an owner's own date: as it is told, and as it is kept."""


def cut_of(subject: str, shown: str) -> tuple[str, str]:
    """The Subject as `send as is` would send it, and the piece of it between what stayed
    at its two ends, as it is told; two times "" where it lost nothing."""
    if " ".join(subject.split()) == " ".join(shown.split()):
        return "", ""
    left = right = 0
    while left < len(shown) and subject[left : left + 1] == shown[left]:
        left += 1
    while right < len(shown) - left and subject[len(subject) - right - 1] == shown[-1 - right]:
        right += 1
    piece = subject[left : len(subject) - right].strip(" ,;:-")
    return f"Subject: {subject}", f"Subject: {'… ' if left else ''}{piece}{' …' if right else ''}"
