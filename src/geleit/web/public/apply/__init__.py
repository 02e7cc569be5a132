"""The application of a company: form, personal link, status, two versions, withdrawal."""
