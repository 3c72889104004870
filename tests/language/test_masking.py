"""Secrets are masked; talk about secrets is not."""

import pytest

from language.masking import MASK, is_card, mask


@pytest.mark.parametrize(
    ("text", "secret", "kind"),
    [
        ("password: hunter2", "hunter2", "password"),
        ("pw is Tiger99!", "Tiger99", "password"),
        ("the password for the CRM is Blue-Sky7, ok?", "Blue-Sky7", "password"),
        ("Log in as dana, password Sommer!26, then export", "Sommer!26", "password"),
        ("Password = correct-horse", "correct-horse", "password"),
        ("**Password:** `s3cr3t-word`", "s3cr3t-word", "password"),
        ("Login: dana / Sommer!2026", "Sommer!2026", "password"),
        ("The wifi password is sunshine.", "sunshine", "password"),
        ('the password is "opensesame" for now', "opensesame", "password"),
        ("Passwort: geheim12", "geheim12", "password"),
        ("la contraseña es Gato2024", "Gato2024", "password"),
        ("mot de passe : chat-noir-9", "chat-noir-9", "password"),
        ("a senha é Praia#77", "Praia#77", "password"),
        ("the door PIN is 4711", "4711", "password"),
        ("Password:\nhunter22", "hunter22", "password"),
        ("card 4111 1111 1111 1111 exp 04/28", "4111 1111 1111 1111", "card number"),
        ("Amex 378282246310005", "378282246310005", "card number"),
        ("Das Passwort lautet Sommer2026", "Sommer2026", "password"),
        ("la contraseña nueva es Gato2024", "Gato2024", "password"),
        ("see https://dana:s3cr3tpw@host.example/list", "s3cr3tpw", "password"),
        ("the wifi code is 4482-1199", "4482-1199", "password"),
        ("Der Türcode lautet 4711#", "4711#", "password"),
        ("alarm code: 8812", "8812", "password"),
        ("pw is Tiger99! ok", "Tiger99!", "password"),
        (
            "AKIAIOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "key",
        ),
        ("api key: 9f8a7c6b5d4e3f2a1b0c", "9f8a7c6b5d4e3f2a1b0c", "key"),
        ("use AKIAIOSFODNN7EXAMPLE for S3", "AKIAIOSFODNN7EXAMPLE", "key"),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAK\n-----END RSA PRIVATE KEY-----",
            "MIIBOg",
            "private key",
        ),
    ],
)
def test_a_secret_is_masked(text: str, secret: str, kind: str) -> None:
    masked = mask(text)
    assert secret not in masked.text
    assert MASK in masked.text
    assert kind in masked.found


@pytest.mark.parametrize(
    "text",
    [
        "Reset your password before Friday.",
        "To reset the password: click on the link.",
        "The zip code is 90210, the error code is 4482 and the promo code SAVE20.",
        "See https://host.example:8080/list@home and mailto:joy@example.net.",
        "Commit 3f786850e387550fdab836ed7e6dc881de23001b holds the key.",
        "The password manager has the login.",
        "The password is in the vault.",
        "The password was changed, ask Ann for it.",
        "The password is stored in the vault.",
        "The password was wrong.",
        "Forgot password? Use the link.",
        "password: see the vault",
        "The password field must be blue.",
        "Pin the note to the board.",
        "Login to the site and update 3 pages.",
        "The token expires tomorrow.",
        "The secret of good bread is time.",
        "Order 4111 1111 1111 1112 is late.",
        "Call +49 30 1234 5678 90.",
        "ISBN 978-3-16-148410-0",
        "Invoice 2026-11-30-0042 over 1,250.00 USD",
        "https://example.com/reset?token=1",
    ],
)
def test_talk_about_secrets_is_left_alone(text: str) -> None:
    assert mask(text).text == text
    assert mask(text).found == ()


def test_what_is_masked_stays_masked() -> None:
    once = mask("password: hunter2 and card 4111111111111111, cvv 123").text
    assert mask(once).text == once
    assert "123" not in once


@pytest.mark.parametrize(
    ("digits", "card"), [("4111111111111111", True), ("4111111111111112", False), ("0000", False)]
)
def test_the_check_digit_of_a_card(digits: str, card: bool) -> None:
    assert is_card(digits) is card


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (
            "The password is Hunter22x! for the shop. Log in with Hunter22x, please.",
            "The password is [masked] for the shop. Log in with [masked], please.",
        ),
        ("Use Tr4ktor99.\nI mean: password: Tr4ktor99", "Use [masked].\nI mean: password: [masked]"),
        ("pin: 4821. Room 4821 is open.", "pin: [masked]. Room 4821 is open."),  # too short to be known again
    ],
)
def test_a_secret_is_known_again_without_its_label(text: str, masked: str) -> None:
    """In the same text too: the label stands once, the secret twice."""
    assert mask(text).text == masked


def test_many_secrets_cost_no_more_than_few() -> None:
    """A text of nothing else: the last ones are still masked where their label stands."""
    text = "".join(f"password: a{number:05}Z\n" for number in range(4000))
    assert set(mask(text).text.split()) == {"password:", "[masked]"}
