package dev.cairn.samples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.samples.penguins.PenguinFlowRunner;
import dev.cairn.view.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports as a person sees them, in Chromium: {@code -Dbrowser.required=true} fails where it is not installed, otherwise these tests are
 * skipped there. {@code -Ddocs.renew=true} writes the reports of {@code docs/report} again, and takes their pictures.
 */
class ReportInBrowserTest {
    private static final Path DOCUMENTS = Path.of("../docs/report");
    private static final String USER = System.getProperty("user.name");
    private static final int MOST_ELEMENTS = 3000;
    private static final double SCALE = 0.7;
    /** After these, observers have been told what is seen now. */
    private static final String TWO_FRAMES =
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";

    private static final int TAB = 9;
    private static final int ENTER = 13;

    @TempDir
    private static Path directory;

    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Browser.find();
        if (program.isEmpty() && Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException("there is no Chromium on the PATH: apt-get install chromium");
        }
        Assumptions.assumeTrue(program.isPresent(), "there is no Chromium on the PATH, so no report is opened in it");
        if (isRenewing()) {
            System.setProperty("user.name", "ada");
        }
        browser = new Browser(program.get(), directory.resolve("profile"));
        try (InputStream source = ReportInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        System.setProperty("user.name", USER);
        if (browser != null) {
            browser.close();
        }
    }

    private static Path report(Datastore datastore, String pathspec, String name) throws IOException {
        Cairn cairn = Cairn.open(datastore);
        Run run = cairn.run(pathspec);
        Path file = directory.resolve(name + ".html");
        try (OutputStream output = Files.newOutputStream(file)) {
            RunReport.of(cairn, run, Instant.now(), ZoneOffset.UTC).writeTo(output);
        }
        return file;
    }

    /** In both colours, wide and narrow: fits the window, says nothing on the console, asks for nothing, and axe finds nothing. */
    private static void assertSound(Path file) {
        for (String colours : List.of("light", "dark")) {
            for (int width : new int[] {1280, 390}) {
                browser.look(width, 900, colours, "screen");
                browser.open(file);
                String where = file.getFileName() + ", " + colours + ", " + width;
                assertThat(browser.number("document.documentElement.scrollWidth"))
                        .as(where)
                        .isLessThanOrEqualTo(width);
                assertThat(browser.number("document.querySelectorAll('*').length"))
                        .as(where)
                        .isLessThan(MOST_ELEMENTS);
                assertThat(browser.events("Runtime.exceptionThrown")).as(where).isEmpty();
                assertThat(browser.events("Runtime.consoleAPICalled")).as(where).isEmpty();
                assertThat(browser.events("Log.entryAdded")).as(where).isEmpty();
                assertThat(browser.events("Network.requestWillBeSent").stream()
                                .filter(request -> !request.contains("data:image") && !request.contains(".html")))
                        .as(where)
                        .isEmpty();
                browser.run("{const open = document.querySelector('button.open'); if (open) open.click();}");
                assertThat(violations()).as(where).isEqualTo("[]");
            }
        }
    }

    /** What axe finds, by all of its rules: which one, and where. */
    private static String violations() {
        browser.run(axe);
        return browser.text("axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify("
                + "found.violations.map(rule => [rule.id, rule.impact, rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200)"
                + " + ' ' + node.any.concat(node.all, node.none).map(check => check.message).join(' '))])))");
    }

    private static boolean isRenewing() {
        return Boolean.getBoolean("docs.renew");
    }

    /** Keeps the report that is open, and a picture of it. */
    private static void keep(Path report, String name, int width, int height) throws IOException {
        if (isRenewing()) {
            Files.createDirectories(DOCUMENTS);
            Files.copy(report, DOCUMENTS.resolve(name + ".html"), StandardCopyOption.REPLACE_EXISTING);
            Files.write(DOCUMENTS.resolve(name + ".png"), browser.picture(width, height, SCALE));
        }
    }

    @Test
    void penguins() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("penguins"))) {
            PenguinFlowRunner.builder().folds(3).datastore(datastore).run();
            PenguinFlowRunner.builder().tag("nightly").datastore(datastore).run();
            Path file = report(datastore, "PenguinFlow/latest", "penguins");
            assertSound(file);
            browser.look(1280, 900, "light", "screen");
            browser.open(file);
            assertThat(browser.text("document.querySelector('h1').textContent")).isEqualTo("PenguinFlow");
            assertThat(browser.text("[...document.querySelectorAll('main h2')].map(each => each.textContent).join()"))
                    .isEqualTo(
                            "Graph,Timeline,Parameters,Steps and artifacts,Tasks,Compared with the previous run,Output");
            assertThat(browser.number("document.querySelectorAll('.node').length"))
                    .isEqualTo(5);
            assertThat(browser.number("document.querySelectorAll('#task-rows tr').length"))
                    .isEqualTo(9);
            keep(file, "penguins", 1280, 2100);
        }
    }

    @Test
    void aFailureAndItsResume() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("orchard"))) {
            OrchardFlow.broken = true;
            FlowFailedException failure = catchThrowableOfType(
                    FlowFailedException.class,
                    () -> OrchardFlowRunner.builder()
                            .datastore(datastore)
                            .maxWorkers(4)
                            .run());
            Path failed = report(datastore, "OrchardFlow/" + failure.runId(), "failure");
            assertSound(failed);
            browser.look(1280, 900, "light", "screen");
            browser.open(failed);
            assertThat(browser.text("document.querySelector('.cause').textContent"))
                    .isEqualTo("fit#3 java.lang.ArithmeticException: the matrix of iteration 3 is singular");
            keep(failed, "failure", 1280, 2100);

            OrchardFlow.broken = false;
            OrchardFlowRunner.builder().datastore(datastore).resume(failure.runId());
            Path resumed = report(datastore, "OrchardFlow/latest", "resume");
            assertSound(resumed);
            browser.look(1280, 900, "dark", "screen");
            browser.open(resumed);
            assertThat(browser.text("document.querySelector('#reused table').innerText"))
                    .contains("measure\t14\t0\t");
            assertThat(browser.number("document.querySelector('#added img').naturalWidth"))
                    .isEqualTo(320);
            keep(resumed, "resume", 1280, 2400);
        } finally {
            OrchardFlow.broken = false;
        }
    }

    @Test
    void aHundredThousandTasks() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("census"))) {
            CensusFlowRunner.builder().datastore(datastore).run();
            Path file = report(datastore, "CensusFlow/latest", "census");
            assertThat(Files.size(file)).isLessThan(5_000_000);
            browser.look(1280, 900, "light", "screen");
            browser.open(file);
            System.out.printf(
                    "100,000 tasks: %,d bytes, %d elements, script %.0f ms, layout %.0f ms, style %.0f ms%n",
                    Files.size(file),
                    browser.number("document.querySelectorAll('*').length"),
                    browser.seconds("ScriptDuration") * 1000,
                    browser.seconds("LayoutDuration") * 1000,
                    browser.seconds("RecalcStyleDuration") * 1000);
            assertThat(browser.text("document.querySelector('#task-count').textContent"))
                    .isEqualTo("1 to 50 of 100,003 tasks");
            browser.run("document.querySelector('#task-last').click()");
            assertThat(browser.text("document.querySelector('#task-rows tr:last-child th').textContent"))
                    .isEqualTo("end");
            browser.run("{const search = document.querySelector('#task-search'); search.value = '/99991';"
                    + " search.dispatchEvent(new Event('input'));}");
            assertThat(browser.text("document.querySelector('#task-rows').textContent"))
                    .startsWith("count/99991succeeded");
            browser.run("{const search = document.querySelector('#task-search'); search.value = '';"
                    + " const state = document.querySelector('#task-state'); state.value = 't';"
                    + " state.dispatchEvent(new Event('change'));}");
            assertThat(browser.text("document.querySelector('#task-count').textContent"))
                    .isEqualTo("1 to 11 of 11 tasks, of 100,003");
            assertSound(file);
            browser.look(1280, 900, "light", "screen");
            browser.open(file);
            keep(file, "hundred-thousand-tasks", 1280, 2100);
        }
    }

    @Test
    void hostileTextStaysText() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("hostile"))) {
            FlowFailedException failure = catchThrowableOfType(
                    FlowFailedException.class,
                    () -> HostileFlowRunner.builder()
                            .datastore(datastore)
                            .tag("<script>document.title='owned'</script>")
                            .run());
            Path file = report(datastore, "HostileFlow/" + failure.runId(), "hostile");
            assertSound(file);
            assertThat(browser.text("document.title")).isEqualTo("Run of HostileFlow: " + failure.runId());
            assertThat(browser.number("document.scripts.length")).isEqualTo(2);
            assertThat(browser.number("document.images.length")).isZero();
            assertThat(browser.number("document.querySelectorAll('[onerror], [onload]').length"))
                    .isZero();
            assertThat(browser.text("document.querySelector('.cause').textContent"))
                    .contains("</script><script>");
            assertThat(browser.text("document.body.textContent")
                            .codePoints()
                            .filter(character -> character != '\n'
                                    && character != '\t'
                                    && (Character.isISOControl(character)
                                            || character == 0x202e
                                            || character == 0x2066
                                            || character == 0x2028)))
                    .isEmpty();
        }
    }

    /** The policy is not there for show: what is not the page's own script does not run. */
    @Test
    void noOtherScriptRuns() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("policy"))) {
            CensusFlowRunner.builder().squares(3).datastore(datastore).run();
            Path file = report(datastore, "CensusFlow/latest", "policy");
            String page = Files.readString(file);
            Files.writeString(
                    file,
                    page.replace(
                            "</main>",
                            "</main><script>document.title='owned'</script>"
                                    + "<img src=x onerror=\"document.title='owned'\"><p style=\"color:red\" id=styled>x</p>"));
            browser.open(file);
            assertThat(browser.text("document.title")).startsWith("Run of CensusFlow: ");
            assertThat(browser.text("getComputedStyle(document.querySelector('#styled')).color"))
                    .isNotEqualTo("rgb(255, 0, 0)");
            assertThat(browser.events("Log.entryAdded")).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("keyboard"))) {
            CensusFlowRunner.builder().squares(120).datastore(datastore).run();
            browser.look(1280, 900, "light", "screen");
            browser.open(report(datastore, "CensusFlow/latest", "keyboard"));
            browser.type("Tab", TAB);
            assertThat(browser.text("document.activeElement.textContent")).isEqualTo("Skip to the content");
            browser.type("Enter", ENTER);
            assertThat(browser.text("location.hash")).isEqualTo("#main");
            browser.run("document.querySelector('#task-next').focus()");
            browser.type("Enter", ENTER);
            assertThat(browser.text("document.querySelector('#task-count').textContent"))
                    .isEqualTo("51 to 100 of 123 tasks");
            browser.run("document.querySelector('#task-rows button').focus()");
            browser.type("Enter", ENTER);
            assertThat(browser.text("document.activeElement.getAttribute('aria-expanded')"))
                    .isEqualTo("true");
            assertThat(browser.text("document.querySelector('.described').innerText"))
                    .contains("density");
            browser.type("Enter", ENTER);
            assertThat(browser.run("document.querySelector('.described')")).isEqualTo(Tree.of(null));
            browser.run("document.querySelector('th[data-column=took] button').focus()");
            browser.type("Enter", ENTER);
            assertThat(browser.text("document.querySelector('th[data-column=took]').getAttribute('aria-sort')"))
                    .isEqualTo("descending");
        }
    }

    @Test
    void aValueThatIsCutIsShownAsAWholeWhenSomebodyAsks() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("values"))) {
            PenguinFlowRunner.builder().datastore(datastore).run();
            browser.look(1280, 900, "light", "screen");
            browser.open(report(datastore, "PenguinFlow/latest", "values"));
            browser.run("document.querySelector('.value[aria-expanded]').focus()");
            assertThat(browser.number("document.activeElement.clientHeight"))
                    .isLessThan(browser.number("document.activeElement.scrollHeight"));

            browser.type("Enter", ENTER);

            assertThat(browser.text("document.activeElement.getAttribute('aria-expanded')"))
                    .isEqualTo("true");
            assertThat(browser.number("document.activeElement.clientHeight"))
                    .isEqualTo(browser.number("document.activeElement.scrollHeight"));
            assertThat(violations()).isEqualTo("[]");
        }
    }

    @Test
    void theSectionThatIsReadIsMarked() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("sections"))) {
            PenguinFlowRunner.builder().datastore(datastore).run();
            browser.look(1280, 900, "light", "screen");
            browser.open(report(datastore, "PenguinFlow/latest", "sections"));

            browser.run("document.querySelector('#steps').scrollIntoView()");
            browser.run(TWO_FRAMES);

            assertThat(
                            browser.text(
                                    "[...document.querySelectorAll('nav a[aria-current]')].map(each => each.textContent).join()"))
                    .isEqualTo("Steps and artifacts");
        }
    }

    @Test
    void itCanBePrinted() throws IOException {
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("print"))) {
            CensusFlowRunner.builder().squares(3).datastore(datastore).run();
            browser.look(1280, 900, "dark", "print");
            browser.open(report(datastore, "CensusFlow/latest", "print"));
            assertThat(browser.text("getComputedStyle(document.querySelector('nav')).display"))
                    .isEqualTo("none");
            assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(browser.text("getComputedStyle(document.body).color")).isEqualTo("rgb(26, 33, 44)");
            byte[] pdf = browser.print();
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }
}
