"""Putting short texts together in the punctuation of each language."""

from geleit.domain.text import Language


def sentences(lang: Language, *parts: str) -> str:
    """Return the parts as sentences, each with a capital and one full stop; empty ones are left out."""
    stop, gap = ("。", "") if lang == "zh" else (".", " ")
    known = (part.strip() for part in parts)
    return gap.join(
        f"{part[:1].upper()}{part[1:]}{'' if part.endswith(_ENDS) else stop}" for part in known if part
    )


def enumerated(lang: Language, *parts: str) -> str:
    """Return the parts with commas between; empty ones are left out."""
    return ("，" if lang == "zh" else ", ").join(part for part in parts if part)


def separated(lang: Language, *parts: str) -> str:
    """Return the parts with semicolons between; empty ones are left out."""
    return ("；" if lang == "zh" else "; ").join(part for part in parts if part)


def named(lang: Language, name: str, value: str) -> str:
    """Return "name: value"."""
    return f"{name}：{value}" if lang == "zh" else f"{name}: {value}"


_ENDS = (".", "!", "?", "…", "。", "！", "？")
