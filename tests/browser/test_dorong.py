"""A push message reaches the browser while nobody looks at the page."""

import json

import pytest
from support.layar import Screen
from support.peramban import DESKTOP, Browser

_SHOWN = """(async () => {
    const worker = await navigator.serviceWorker.getRegistration("/odoo");
    for (let turn = 0; turn < 100; turn++) {
        const shown = await worker.getNotifications();
        if (shown.length) {
            return JSON.stringify(shown.map((n) => [n.title, n.data.res_id]));
        }
        await new Promise((again) => setTimeout(again, 100));
    }
    return "[]";
})()"""
_READY = "navigator.serviceWorker.ready.then(() => true)"


@pytest.fixture(scope="module")
def browser():
    """Return a browser that can show notices of the device."""
    browser = Browser(whole=True)
    yield browser
    browser.close()


@pytest.fixture
def window(server, browser):
    """Return the web client of an official who allowed notices on this device."""
    screen = Screen(browser, server, "atasan", DESKTOP)
    screen.page.send(
        "Browser.grantPermissions",
        permissions=["notifications"],
        origin=server.url,
        browserContextId=screen.page.context,
    )
    screen.start()
    yield screen.page
    screen.close()


def _registration(page):
    """Return the id by which the browser knows the service worker of the page."""
    seen, listen = [], page._on_event
    page._on_event = lambda event: (seen.append(event), listen(event))
    assert page.evaluate(_READY)
    page.send("ServiceWorker.enable")
    page.settle()
    found = [
        registration["registrationId"]
        for event in seen
        if event["method"] == "ServiceWorker.workerRegistrationUpdated"
        for registration in event["params"]["registrations"]
        if registration["scopeURL"].endswith("/odoo")
    ]
    assert found, "the web client has no service worker"
    return found[-1]


def test_push_message_becomes_a_notice_of_the_device(server, window):
    """F43: what the push service delivers is shown, and leads to the request.

    That the message is encrypted for this device alone is tested in the addon.
    """
    message = {
        "title": "Permohonan menunggu Anda",
        "options": {"body": "Cuti", "data": {"model": "asn.permohonan", "res_id": 4}},
    }
    window.send(
        "ServiceWorker.deliverPushMessage",
        origin=server.url,
        registrationId=_registration(window),
        data=json.dumps(message),
    )
    assert json.loads(window.evaluate(_SHOWN)) == [["Permohonan menunggu Anda", 4]]
