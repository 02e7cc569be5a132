"""The words of the documents, in German, British English and simplified Chinese."""
