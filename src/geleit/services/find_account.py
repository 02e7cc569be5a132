"""Find an account."""

from geleit.store.models import Account


def find_demo_account(*, email: str) -> Account | None:
    """Return an account of the demonstration by its address; None for every other."""
    address = email.replace("\0", "").strip()[:254]  # PostgreSQL takes no NUL
    return Account.objects.filter(email__iexact=address, is_demo=True, is_active=True).first()
