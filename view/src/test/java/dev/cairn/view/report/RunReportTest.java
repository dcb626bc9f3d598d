package dev.cairn.view.report;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import dev.cairn.view.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the text of a report says. */
class RunReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><!-- \" ' \u202e \u001b[2J \ud83d\ude00";
    private static final Pattern POLICY = Pattern.compile("content=\"default-src 'none'; script-src '(sha256-[^']+)';"
            + " style-src '(sha256-[^']+)'; img-src data:; base-uri 'none'; form-action 'none'");

    private final Datastore datastore = Datastore.inMemory();
    private final FakeClock clock = new FakeClock();
    private int count = 3;
    private boolean broken;
    private String note = "fine";

    /** The flow class. */
    static final class Flow {
        double factor;
        List<Integer> numbers;
        double product;
        String note;
    }

    private TestFlow<Flow> flow() {
        return TestFlow.of("Products", Flow.class, Flow::new)
                .documentation("Multiplies numbers & <more>.")
                .field(
                        ArtifactDefinition.parameter("factor", "double", Codecs.DOUBLE),
                        flow -> flow.factor,
                        (flow, value) -> flow.factor = value)
                .artifact(
                        "numbers",
                        "List<Integer>",
                        Codecs.list(Codecs.BOXED_INT),
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .artifact(
                        "product", "double", Codecs.DOUBLE, flow -> flow.product, (flow, value) -> flow.product = value)
                .artifact("note", "String", Codecs.STRING, flow -> flow.note, (flow, value) -> flow.note = value)
                .step(
                        foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work")
                                .access(Access.nothing().mustAssign("numbers")),
                        (flow, task) -> {
                            clock.advance(Duration.ofMillis(250));
                            flow.numbers = IntStream.range(0, count).boxed().toList();
                        })
                .step(
                        linear("work", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().reads("factor").mustAssign("product")),
                        (flow, task) -> {
                            clock.advance(Duration.ofMillis(10));
                            int number = task.item("numbers");
                            task.context().log("working on " + number + " " + note);
                            if (number == 1 && task.context().attempt() == 0) {
                                throw new IllegalStateException("no luck with " + number);
                            }
                            flow.product = flow.factor * number;
                        })
                .step(linear("join", "end").join().access(Access.nothing().mustAssign("note")), (flow, task) -> {
                    clock.advance(Duration.ofMillis(1500));
                    flow.note = note;
                    task.context().report().heading(note).text("two\nlines");
                })
                .step(end("end").access(Access.nothing()), (flow, task) -> {
                    if (broken) {
                        throw new IllegalStateException(note);
                    }
                })
                .build();
    }

    private TestRun<Flow> newRun(double factor) {
        return TestRun.of(flow())
                .datastore(datastore)
                .clock(clock)
                .maxWorkers(1)
                .code(Map.of("start", "1", "work", "1", "join", "1", "end", "1"))
                .parameter("factor", factor);
    }

    private String report(Run run) throws IOException {
        Cairn cairn = Cairn.open(datastore, clock.clock());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        RunReport.of(cairn, cairn.run(run.pathspec()), clock.clock().instant(), ZoneOffset.UTC)
                .writeTo(output);
        return output.toString(StandardCharsets.UTF_8);
    }

    /** What a browser would show of an element, roughly. */
    private static String text(String html) {
        return html.replaceAll("<svg.*?</svg>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&quot;", "\"");
    }

    private static String section(String page, String id) {
        int begin = page.indexOf("<section id=\"" + id + "\"");
        assertThat(begin).as(id).isPositive();
        return page.substring(begin, page.indexOf("</section>", begin));
    }

    private static String content(String page, String tag) {
        Matcher matcher = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Tree data(String page) {
        Matcher matcher = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return JsonText.parse(matcher.group(1));
    }

    @Test
    void aRunIsDescribed() throws IOException {
        String page = report(newRun(2).tag("nightly").run());

        assertThat(text(page))
                .contains("Products succeeded")
                .contains("Multiplies numbers &amp; &lt;more&gt;.")
                .contains("Duration 1.79 s Steps 4 of 4 Tasks 6 Failed attempts 1")
                .contains("Tags nightly");
        assertThat(text(section(page, "parameters"))).contains("factor 2.0 double 44 bytes");
        assertThat(text(section(page, "steps")))
                .contains(
                        "work succeeded 3 tasks 1 failed attempt median 10 ms 95 % within 10 ms longest work/0, 10 ms")
                .contains("product 0 to 4, mean 2, of 3 tasks")
                .contains("note \"fine\" String")
                .contains("numbers [0, 1, 2] 0 to 2, mean 1, of 3 elements List&lt;Integer&gt;");
        assertThat(text(section(page, "failure")))
                .contains("work/1 1 succeeded java.lang.IllegalStateException: no luck with 1");
        assertThat(text(section(page, "added"))).contains("join fine two lines");
        assertThat(text(section(page, "output"))).contains("working on 2 fine");
        assertThat(page)
                .contains("work/1: failed after 10 ms, from 260 ms", "work/1, attempt 1: took 10 ms, from 270 ms");
        assertThat(page).doesNotContain("id=\"reused\"", "id=\"comparison\"");
    }

    @Test
    void tasksAreData() throws IOException {
        String data = data(report(newRun(2).run())).toString();
        assertThat(data)
                .contains(
                        "{\"name\": \"work\", \"tasks\": 3, \"position\": [[\"/\", 0, 3, 1]], \"start\": [250000, 20000, 10000],"
                                + " \"took\": [10000, 10000, 10000], \"state\": \"sss\", \"attempts\": {\"1\": 2}")
                .contains(
                        "\"item\": \"numbers 1 of 3: 1\", \"attempts\": [[0, \"failed\", 260000, 10000,"
                                + " \"java.lang.IllegalStateException: no luck with 1\"], [1, \"succeeded\", 270000, 10000, \"\"]]");
    }

    @Test
    void whyARunFailedComesFirst() throws IOException {
        broken = true;
        note = "out of paper";
        FlowFailedException failure =
                catchThrowableOfType(FlowFailedException.class, () -> newRun(2).run());
        Cairn cairn = Cairn.open(datastore);
        String page = report(cairn.run("Products/" + failure.runId()));

        assertThat(page.indexOf("id=\"failure\"")).isLessThan(page.indexOf("id=\"graph\""));
        assertThat(text(section(page, "failure")))
                .contains("Why it failed end java.lang.IllegalStateException: out of paper Stack trace");
        assertThat(text(section(page, "failure"))).contains("end 1 failed");
    }

    @Test
    void whatAResumeReusedIsSaidWithReasons() throws IOException {
        broken = true;
        FlowFailedException failure =
                catchThrowableOfType(FlowFailedException.class, () -> newRun(2).run());
        broken = false;
        Run resumed = TestRun.of(flow())
                .datastore(datastore)
                .clock(clock)
                .code(Map.of("start", "1", "work", "1", "join", "2", "end", "1"))
                .resume(failure.runId());
        String page = report(resumed);

        assertThat(text(section(page, "reused")))
                .contains("Resumed from Products/" + failure.runId())
                .contains("start 1 0 work 3 0 join 0 1 its code changed end 0 1 it had failed");
        assertThat(text(section(page, "timeline"))).contains("work 3 reused");
        assertThat(text(section(page, "comparison"))).contains("Code of step join changed");

        datastore.runs().delete(new RunId(failure.runId()));
        assertThat(text(section(report(resumed), "reused")))
                .contains("which was deleted since, so that reasons are not known");
    }

    @Test
    void itIsComparedWithTheRunBefore() throws IOException {
        newRun(2).run();
        clock.advance(Duration.ofMinutes(1));
        count = 4;
        note = "better";
        String page = report(newRun(3).run());

        assertThat(text(section(page, "comparison")))
                .contains("State succeeded succeeded")
                .contains("Parameter factor 2.0 3.0")
                .contains("Step work 3 tasks, 40 ms 4 tasks, 50 ms (+25 %)")
                .contains("start/numbers [0, 1, 2] [0, 1, 2, 3]")
                .contains("join/note \"fine\" \"better\"");
    }

    @Test
    void hostileTextIsText() throws IOException {
        note = HOSTILE;
        broken = true;
        FlowFailedException failure =
                catchThrowableOfType(FlowFailedException.class, () -> newRun(2).run());
        datastore.runs().tag(new RunId(failure.runId()), Set.of(HOSTILE.replace("\u001b", "")), Set.of());
        String page = report(Cairn.open(datastore).run("Products/" + failure.runId()));

        assertThat(page).doesNotContain("alert(1)</script>", "<!-- ", "\u202e", "\u001b");
        assertThat(page.split("<script", -1)).as("data and script").hasSize(3);
        assertThat(page)
                .contains(
                        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot; &#39; \\u202e \\u001b[2J \ud83d\ude00");
        assertThat(data(page).toString()).contains("</script><script>alert(1)</script><!-- ");
        assertThat(page.codePoints().filter(each -> Character.isISOControl(each) && each != '\n' && each != '\t'))
                .isEmpty();
    }

    @Test
    void thePolicyAllowsOnlyWhatIsOnThePage() throws IOException {
        String page = report(newRun(2).run());
        Matcher policy = POLICY.matcher(page.replace("&#39;", "'"));
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1)).isEqualTo(PageFrame.hash(content(page, "script")));
        assertThat(policy.group(2)).isEqualTo(PageFrame.hash(content(page, "style")));
        assertThat(page.replace("'http://www.w3.org/2000/svg'", ""))
                .doesNotContain("http:", "https:", " style=", " onclick=");
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    }

    /** More tasks than may have a line: the page says so, and has those that failed. */
    @Test
    void aLargeRunIsSampledAndSaysSo() throws IOException {
        count = 1010;
        Run run = newRun(2).run();
        StringBuilder output = new StringBuilder();
        new ReportPage(run, Optional.empty(), Optional.empty(), clock.clock().instant(), ZoneOffset.UTC, 1000)
                .write(output);
        String page = output.toString();

        assertThat(text(section(page, "tasks")))
                .contains(
                        "The list has 509 of 1,013 tasks: tasks at even distances, and those that failed or needed more"
                                + " than one attempt, up to 2,000 of each step.")
                .contains("Artifacts, attempts and output are here for 104 tasks");
        assertThat(text(section(page, "timeline"))).contains("Steps with more than 160 attempts");
        assertThat(text(page.substring(page.indexOf("<footer"))))
                .contains("What this page leaves out", "The list has 509 of 1,013 tasks")
                .contains("Plots of more than 240 numbers");
        assertThat(data(page).toString()).contains("\"attempts\": {\"1\": 2}");
    }

    /** Neither steps nor their artifacts are without bound. */
    @Test
    void aFlowOfManyStepsStaysSmallAndSaysWhatIsMissing() throws IOException {
        TestFlow.Builder<Flow> steps = TestFlow.of("Chain", Flow.class, Flow::new)
                .artifact("note", "String", Codecs.STRING, flow -> flow.note, (flow, value) -> flow.note = value);
        for (int i = 0; i < 600; i++) {
            int number = i;
            steps = steps.step(
                    linear("step" + i, i == 599 ? "end" : "step" + (i + 1))
                            .access(Access.nothing().mustAssign("note")),
                    (flow, task) -> flow.note = "note " + number);
        }
        Run run = TestRun.run(steps.step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build());
        StringBuilder output = new StringBuilder();
        List<String> left = new ReportPage(
                        run, Optional.empty(), Optional.empty(), clock.clock().instant(), ZoneOffset.UTC, 1000)
                .write(output);

        assertThat(output.toString().split("<[a-z]", -1)).hasSizeLessThan(3000);
        assertThat(left)
                .contains(
                        "The graph has 601 steps, too many for a picture; graphs of up to 200 steps are drawn.",
                        "The timeline shows the first 80 of 601 steps that ran.")
                .anyMatch(sentence -> sentence.matches("[0-9]+ more steps are not described here; .*"));
        assertThat(data(output.toString()).text(1000)).contains("note 598");
    }
}
