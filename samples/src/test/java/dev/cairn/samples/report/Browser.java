package dev.cairn.samples.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.cairn.codec.Tree;
import dev.cairn.view.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, which is told what to do through its DevTools protocol. It has one page. For one thread. */
final class Browser implements AutoCloseable {
    private static final int MINUTES = 2;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final List<Tree> events = new ArrayList<>();
    private final String session;
    private int calls;

    /** The program, where it is installed. */
    static Optional<Path> find() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(directory -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param profile a directory that it may fill
     */
    Browser(Path program, Path profile) throws IOException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--force-color-profile=srgb",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), new Receiver())
                .join();
        String target = text(call(null, "Target.createTarget", "{\"url\":\"about:blank\"}"), "targetId");
        session = text(
                call(null, "Target.attachToTarget", "{\"targetId\":" + quoted(target) + ",\"flatten\":true}"),
                "sessionId");
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "Performance")) {
            call(domain + ".enable", "{}");
        }
    }

    /** What it says on its standard error: it listens on the loopback device only. */
    private URI address() throws IOException {
        String listening = "DevTools listening on ";
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(listening)) {
                Thread drain = new Thread(() -> errors.lines().forEach(each -> {}), "chromium-errors");
                drain.setDaemon(true);
                drain.start();
                return URI.create(line.substring(listening.length()));
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    /** Receives texts, which may come in parts. */
    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** How large the window is, and what the user prefers. */
    void look(int width, int height, String colours, String media) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
        call(
                "Emulation.setEmulatedMedia",
                "{\"media\":" + quoted(media)
                        + ",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":" + quoted(colours)
                        + "},{\"name\":\"prefers-reduced-motion\",\"value\":\"reduce\"}]}");
    }

    /** Opens a file, and waits until it is loaded. */
    void open(Path file) {
        events.clear();
        call("Page.navigate", "{\"url\":" + quoted(file.toUri().toString()) + "}");
        while (events.stream().noneMatch(event -> is(event, "Page.loadEventFired"))) {
            Tree message = take();
            events.add(message);
        }
    }

    /** The events of a kind since the page was opened, such as {@code Runtime.exceptionThrown}. */
    List<String> events(String method) {
        run("0"); // what was on its way has come before the answer
        return events.stream()
                .filter(event -> is(event, method))
                .map(Tree::toString)
                .toList();
    }

    /** The value of an expression of JavaScript; if it is a promise, what that becomes. */
    Tree run(String expression) {
        Tree answer = call(
                "Runtime.evaluate",
                "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quoted(expression) + "}");
        if (find(answer, "exceptionDetails") != null) {
            throw new IllegalStateException(expression.substring(0, Math.min(80, expression.length())) + ": " + answer);
        }
        Tree value = find(answer, "result", "value");
        return value == null ? Tree.of(null) : value;
    }

    /** A whole number that an expression has. */
    int number(String expression) {
        return (int) Double.parseDouble(run(expression).toString());
    }

    /** A text that an expression has. */
    String text(String expression) {
        return ((Tree.Scalar) run(expression)).text();
    }

    /** Types a key, such as {@code Tab}. */
    void type(String key, int code) {
        for (String kind : List.of("keyDown", "keyUp")) {
            String text = kind.equals("keyDown") && key.equals("Enter") ? ",\"text\":\"\\r\"" : "";
            call(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"" + kind + "\",\"key\":" + quoted(key) + ",\"code\":" + quoted(key)
                            + ",\"windowsVirtualKeyCode\":" + code + text + "}");
        }
    }

    /** How many seconds the page has spent for something, such as {@code ScriptDuration}. */
    double seconds(String metric) {
        for (Tree each : ((Tree.Sequence) find(call("Performance.getMetrics", "{}"), "metrics")).elements()) {
            if (text(each, "name").equals(metric)) {
                return Double.parseDouble(find(each, "value").toString());
            }
        }
        throw new IllegalArgumentException(metric);
    }

    /** A picture of the page from its top, {@code height} pixels high at most, and smaller by a factor. */
    byte[] picture(int width, int height, double scale) {
        int whole = number("document.documentElement.scrollHeight");
        Tree answer = call(
                "Page.captureScreenshot",
                "{\"format\":\"png\",\"captureBeyondViewport\":true,\"clip\":{\"x\":0,\"y\":0," + "\"width\":" + width
                        + ",\"height\":" + Math.min(height, whole) + ",\"scale\":" + scale + "}}");
        return Base64.getDecoder().decode(text(answer, "data"));
    }

    /** The page as it is printed. */
    byte[] print() {
        return Base64.getDecoder().decode(text(call("Page.printToPDF", "{}"), "data"));
    }

    private Tree call(String method, String parameters) {
        return call(session, method, parameters);
    }

    private Tree call(@Nullable String inSession, String method, String parameters) {
        int id = ++calls;
        String of = inSession == null ? "" : ",\"sessionId\":" + quoted(inSession);
        socket.sendText(
                        "{\"id\":" + id + ",\"method\":" + quoted(method) + ",\"params\":" + parameters + of + "}",
                        true)
                .join();
        while (true) {
            Tree message = take();
            Tree answered = find(message, "id");
            if (answered == null) {
                events.add(message);
            } else if (answered.toString().equals(String.valueOf(id))) {
                Tree result = find(message, "result");
                if (result == null) {
                    throw new IllegalStateException(method + ": " + message);
                }
                return result;
            }
        }
    }

    private Tree take() {
        try {
            String message = received.poll(MINUTES, TimeUnit.MINUTES);
            if (message == null) {
                throw new IllegalStateException("Chromium has said nothing for " + MINUTES + " minutes");
            }
            return JsonText.parse(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean is(Tree event, String method) {
        return find(event, "method") instanceof Tree.Scalar scalar
                && scalar.text().equals(method);
    }

    static String text(Tree tree, String name) {
        return ((Tree.Scalar) find(tree, name)).text();
    }

    /** A value within objects; null if it is not there. */
    static @Nullable Tree find(Tree tree, String... path) {
        Tree found = tree;
        for (String name : path) {
            if (!(found instanceof Tree.Mapping mapping)) {
                return null;
            }
            found = mapping.entries().stream()
                    .filter(entry -> ((Tree.Scalar) entry.key()).text().equals(name))
                    .map(Tree.Entry::value)
                    .findFirst()
                    .orElse(null);
        }
        return found;
    }

    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
