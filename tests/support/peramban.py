"""A headless Chromium, driven over its DevTools protocol."""

import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import websocket

from .skrip import BY_TEXT, OVERFLOW, VISIBLE

#: What Chromium must leave undone in a test.
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    # A hidden page of the browser itself, loaded beside each window: a quarter of a core.
    "--disable-features=PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)
#: What a window leaves behind besides cookies and the files that it has loaded.
_STORED = "local_storage,indexeddb,service_workers,cache_storage,file_systems"
#: Draws pages and nothing else; a whole browser draws its own frame, too, unseen.
_SHELL = "chromium-headless-shell"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: How many windows may rest: where two work in turn, both are used again.
_RESTING = 2
DESKTOP = (1366, 820)
PHONE = (390, 844)


class PageError(Exception):
    """The page did something that the caller did not expect."""


def find_chromium(whole=False):
    """Return the path of a Chromium.

    :param whole: one that has notices of the device, which the shell lacks
    :raise RuntimeError: none is installed
    """
    names = _NAMES if whole else (_SHELL, *_NAMES)
    wanted = os.environ.get("CHROMIUM")
    for name in (wanted, *names) if wanted else names:
        path = shutil.which(name)
        if path:
            return path
    raise RuntimeError("Chromium is missing: apt-get install chromium")


class Browser:
    """One Chromium process with a throw-away profile.

    :param whole: see :func:`find_chromium`
    """

    def __init__(self, whole=False):
        self.profile = Path(tempfile.mkdtemp(prefix="asn_peramban_"))
        self.process = subprocess.Popen(
            [find_chromium(whole), *_FLAGS, f"--user-data-dir={self.profile}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.endpoint = self._endpoint()
        self._resting = {}
        self._contexts = []

    def _endpoint(self):
        file = self.profile / "DevToolsActivePort"
        end = time.monotonic() + 60
        while time.monotonic() < end:
            lines = file.read_text().splitlines() if file.exists() else []
            if len(lines) > 1:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            if self.process.poll() is not None:
                raise RuntimeError("Chromium ended at start")
            time.sleep(0.05)
        raise RuntimeError("Chromium did not start")

    def page(self, size=DESKTOP, origin=None):
        """Open a window of its own, with cookies of its own.

        :param origin: a server whose files an earlier window may have loaded; None:
            one that has seen nothing
        """
        known = [row for row in self._contexts if origin and row[0] == origin]
        context = None
        if known:
            self._contexts.remove(known[0])
            context = known[0][1]
        return Page(self, size, context, origin)

    def keep(self, origin, context):
        """Keep the context of a closed window for the files that it has loaded."""
        self._contexts.append((origin, context))

    def take(self, key):
        """Return the window that rests with this key, or None.

        Others of the same user are closed: somebody with two windows is another test.
        """
        page = self._resting.pop(key, None)
        self._close([other for other in self._resting if other[:2] == key[:2]])
        return page

    def rest(self, key, page):
        """Keep a window for the next who asks for the same, and few beside it."""
        self._close([other for other in self._resting if other == key])
        self._resting[key] = page
        self._close(list(self._resting)[:-_RESTING])

    def _close(self, keys):
        """Close windows that rest."""
        for key in keys:
            self._resting.pop(key).close()

    def forget(self):
        """Close the windows that rest, and drop what was loaded from a server."""
        self._close(list(self._resting))
        connection = websocket.create_connection(self.endpoint, timeout=90)
        for number, (_origin, context) in enumerate(self._contexts):
            params = {"browserContextId": context}
            message = {"method": "Target.disposeBrowserContext", "params": params}
            connection.send(json.dumps({"id": number, **message}))
            connection.recv()
        connection.close()
        self._contexts = []

    def close(self):
        """End the browser and remove its profile.

        It is asked to: Debian's shell is started by a script that would end alone.
        """
        with contextlib.suppress(OSError, websocket.WebSocketException):
            connection = websocket.create_connection(self.endpoint, timeout=10)
            connection.send(json.dumps({"id": 0, "method": "Browser.close"}))
            connection.recv()
            connection.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """One window. Everything that the console complains of is in ``complaints``."""

    def __init__(self, browser, size=DESKTOP, context=None, origin=None):
        self.browser = browser
        self.origin = origin
        self.socket = websocket.create_connection(browser.endpoint, timeout=90)
        self._ids = itertools.count(1)
        self.session = None
        self.complaints = []
        self.pending = set()
        self.last_traffic = time.monotonic()
        self.context = (
            context or self.send("Target.createBrowserContext")["browserContextId"]
        )
        self.target = self.send(
            "Target.createTarget", url="about:blank", browserContextId=self.context
        )["targetId"]
        self.session = self.send(
            "Target.attachToTarget", targetId=self.target, flatten=True
        )["sessionId"]
        if context:
            self._empty()
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setTimezoneOverride", timezoneId="Asia/Jakarta")
        self.resize(size)

    def close(self):
        """Close the window: the server sees its connections end one by one."""
        self.session = None
        if self.origin:
            self.send("Target.closeTarget", targetId=self.target)
            self.browser.keep(self.origin, self.context)
        else:
            self.send("Target.disposeBrowserContext", browserContextId=self.context)
        self.socket.close()

    def _empty(self):
        """Leave nothing of an earlier window but the files that it has loaded."""
        self.send("Storage.clearCookies")
        self.send(
            "Storage.clearDataForOrigin", origin=self.origin, storageTypes=_STORED
        )

    def send(self, method, **params):
        """Call the protocol and return the result.

        :raise PageError: Chromium refused
        """
        number = next(self._ids)
        message = {"id": number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == number:
                if "error" in answer:
                    raise PageError(f"{method}: {answer['error']}")
                return answer["result"]
            self._on_event(answer)

    def _on_event(self, event):
        method, params = event.get("method", ""), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            text = details.get("exception", {}).get("description")
            self.complaints.append(f"exception: {text or details['text']}")
        elif method == "Runtime.consoleAPICalled" and params["type"] == "error":
            said = [str(a.get("value", a.get("description"))) for a in params["args"]]
            self.complaints.append("console.error: " + " ".join(said))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            entry = params["entry"]
            self.complaints.append(f"log: {entry['text']} {entry.get('url', '')}")
        elif method == "Network.requestWillBeSent":
            # The bus and its worker stay open for ever; the end of the PDF
            # reader's worker is told to the worker and not to the page.
            url = params["request"]["url"]
            if "/websocket" not in url and "pdf.worker" not in url:
                self.pending.add(params["requestId"])
            self.last_traffic = time.monotonic()
        elif method in ("Network.loadingFinished", "Network.loadingFailed"):
            self.pending.discard(params["requestId"])
            self.last_traffic = time.monotonic()

    def resize(self, size):
        """Set the width and height; up to 500 px wide it is a phone."""
        width, height = size
        phone = width <= 500
        self.width = width
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )
        self.send("Emulation.setTouchEmulationEnabled", enabled=phone)

    def cookie(self, url, name, value):
        """Set a cookie, as after a login."""
        self.send("Network.setCookie", url=url, name=name, value=value)

    def goto(self, url):
        """Open an address and wait until it is quiet."""
        self.send("Page.navigate", url=url)
        self.wait("document.readyState === 'complete'")
        self.settle()

    def evaluate(self, script):
        """Run JavaScript, wait for its promise and return the value.

        :raise PageError: the script failed
        """
        result = self.send(
            "Runtime.evaluate",
            expression=script,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            text = details.get("exception", {}).get("description")
            raise PageError(text or details["text"])
        return result["result"].get("value")

    def wait(self, condition, timeout=40):
        """Wait until a JavaScript condition holds.

        :raise PageError: it did not within ``timeout`` seconds
        """
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            try:
                if self.evaluate(f"Boolean({condition})"):
                    return
            except PageError:
                # The page may be changing under the script.
                time.sleep(0.1)
            time.sleep(0.05)
        shown = self.evaluate(
            "(document.querySelector('.modal') || document.body)?.innerText || ''"
        )
        raise PageError(f"never became true: {condition}; {shown[:300]}")

    def settle(self, quiet=0.25, timeout=40):
        """Wait until the network has been silent for a moment.

        :raise PageError: requests were still open after ``timeout`` seconds
        """
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            self.evaluate("1")
            silent = time.monotonic() - self.last_traffic
            if not self.pending and silent > quiet:
                return
            time.sleep(0.05)
        raise PageError(f"{len(self.pending)} requests still open")

    def text(self):
        """Return what can be read on the page."""
        return self.evaluate("document.body ? document.body.innerText : ''") or ""

    def exists(self, selector):
        """Say whether a visible element matches."""
        return self.evaluate(f"({VISIBLE})({json.dumps(selector)}) !== null")

    def click(self, selector, timeout=20):
        """Click the first visible element that matches, and wait for quiet.

        A person waits until a button is enabled, and so does this.
        """
        finder = f"({VISIBLE})({json.dumps(selector)})"
        self.wait(f"{finder} !== null && !{finder}.disabled", timeout)
        self.evaluate(f"{finder}.click()")
        self.settle()

    def click_text(self, text, selector="button, a, .o_kanban_record", timeout=20):
        """Click the first visible element of a kind that contains a text."""
        finder = f"({BY_TEXT})({json.dumps(selector)}, {json.dumps(text)})"
        self.wait(f"{finder} !== null && !{finder}.disabled", timeout)
        self.evaluate(f"{finder}.click()")
        self.settle()

    def fill(self, selector, value):
        """Type into a field as a person: focus, text, leave."""
        self.wait(f"({VISIBLE})({json.dumps(selector)}) !== null", 20)
        self.evaluate(
            f"""(() => {{
                const field = ({VISIBLE})({json.dumps(selector)});
                field.focus();
                if (field.select) {{ field.select(); }}
            }})()"""
        )
        self.send("Input.insertText", text=value)
        self.evaluate(
            f"""(() => {{
                const field = ({VISIBLE})({json.dumps(selector)});
                field.dispatchEvent(new Event("change", {{bubbles: true}}));
                field.blur();
            }})()"""
        )
        self.settle()

    def overflow(self):
        """Return what is wider than the window, as short descriptions."""
        return self.evaluate(OVERFLOW)

    def screenshot(self, path, full=False):
        """Write a PNG of at most 128 colours, which keeps it small."""
        extra = {}
        if full:
            box = self.send("Page.getLayoutMetrics")["cssContentSize"]
            extra["clip"] = {
                "x": 0,
                "y": 0,
                "width": self.width,
                "height": min(box["height"], 2000),
                "scale": 1,
            }
        data = self.send("Page.captureScreenshot", format="png", **extra)["data"]
        _shrink(base64.b64decode(data), path)


def _shrink(png, path):
    """Store a PNG with a palette."""
    import io

    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("RGB")
    image = image.quantize(colors=128, dither=Image.Dither.NONE)
    image.save(path, optimize=True)
