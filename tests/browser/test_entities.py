"""How a text with Telegram's entities becomes nodes; a pure function of the page, run in the browser."""

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


async def test_a_link_with_a_script_is_not_a_link(look: Open) -> None:
    page = await look()
    script = """async () => {
      const { safeUrl, renderText } = await import("/static/entities.js");
      const entity = { type: "text_link", offset: 2, length: 4, url: "javascript:alert(1)" };
      const [before, link, after] = renderText("👍тест!", [entity], {});
      const urls = ["javascript:alert(1)", "data:text/html,x", "school.example"].map(safeUrl);
      return [urls, before, link.tagName, link.textContent, after];
    }"""
    assert await page.evaluate(script) == [[None, None, "https://school.example"], "👍", "SPAN", "тест", "!"]


async def test_crossing_entities_lose_no_text(look: Open) -> None:
    page = await look()
    script = """async () => {
      const { renderText } = await import("/static/entities.js");
      const entities = [
        { type: "bold", offset: 0, length: 5 },
        { type: "italic", offset: 3, length: 5 },
        { type: "underline", offset: 9, length: 99 },
      ];
      const box = document.createElement("div");
      box.append(...renderText("0123456789", entities, {}));
      return box.innerHTML;
    }"""
    assert await page.evaluate(script) == "<strong>012<em>34</em></strong><em>567</em>8<u>9</u>"


async def test_only_links_to_this_bot_start_it(look: Open) -> None:
    page = await look()
    script = """async () => {
      const { startPayload } = await import("/static/entities.js");
      const urls = ["https://t.me/Our_Bot?start=A-1", "tg://resolve?domain=our_bot&start=B", "https://t.me/our_bot",
        "https://t.me/other_bot?start=A", "https://t.me.example/our_bot?start=A", "nonsense"];
      return urls.map((url) => startPayload(url, "our_bot"));
    }"""
    assert await page.evaluate(script) == ["A-1", "B", "", None, None, None]
