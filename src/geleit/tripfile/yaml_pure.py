"""The parser for a PyYAML that was built without libyaml: the same nodes and methods, in Python."""

from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PureParser(Reader, Scanner, Parser, Composer):
    """PyYAML's own reader, scanner, parser and composer under the name libyaml's binding has."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def dispose(self) -> None:
        """Forget the parser's state."""
        Parser.dispose(self)
