from tests.ui.people_fixtures import empty_session, filled, open_page, page, people, session, told

__all__ = ["empty_session", "filled", "open_page", "page", "people", "session", "told"]
