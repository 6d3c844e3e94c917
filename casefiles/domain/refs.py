"""Reference numbers as people read them; never used for another record, not even after undo."""


def show_ref(number: int) -> str:
    """Return a case's reference number as shown, as in CF-0001042."""
    return f"CF-{number:07d}"


def short_ref(number: int) -> str:
    """Return a case's reference number as it is typed in haste, as in CF-1042."""
    return f"CF-{number}"


def show_source_ref(number: int) -> str:
    """Return a source's reference number as shown, as in S-000042."""
    return f"S-{number:06d}"
