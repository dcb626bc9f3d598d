package dev.cairn.processor.rule;

import static dev.cairn.processor.FlowCompilation.checkOnly;
import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.rule.common.Rule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of each rule: it has tests of its own, also of what it accepts, and it has its say beside other problems. */
class EveryRuleTest {
    private static final Pattern ID = Pattern.compile("\\[cairn:([a-z-]+)]");

    /** Three problems that stand in each flow, beside that of the rule. */
    private static final List<String> OTHERS = List.of("unstorable-type", "credential", "decorator");

    private static final String FLOW = """
            @Flow%s
            class Sample%s {
            Thread worker;
            String token;
            %s
            @Step @Timeout("never") void end(%s) {}
            }
            %s
            """;

    private static final String FORWARD = "@Step(next = \"end\") void start() {}";
    private static final String FOREACH = "int n = 1; @Step(next = \"work\", foreach = \"n\") void start() {}\n";
    private static final String SPLIT = "@Step(next = {\"a\", \"b\"}) void start() {}\n";
    private static final String SWITCH =
            "boolean on = true; @Step(switchOn = \"on\", cases = @Case(value = \"true\", next = \"a\"), otherwise = \"%s\") void start() {}\n";

    /** For each rule a flow that breaks it, once. */
    private static final Map<String, String> FLOWS = new TreeMap<>(Map.ofEntries(
            flow("flow-class", FORWARD, "", "<T>", "", ""),
            flow("flow-name", FORWARD, "(name = \"a/b\")", "", "", ""),
            flow("inherited-member", FORWARD, "", " extends Above", "", "class Above { int a; }"),
            flow("colliding-names", FORWARD, "", "", "", "class SampleRunner {}"),
            members("reserved-name", "int task; " + FORWARD),
            members("no-start", "@Step(next = \"end\") void begin() {}"),
            members("several-starts", FORWARD + "\n@Step(start = true, next = \"end\") void begin() {}"),
            flow("no-end", "@Step(next = \"last\") void start() {}", "", "", "", "")
                    .apply(" end(", " last("),
            members("several-ends", FORWARD + "\n@Step(end = true) void last() {}"),
            flow("end-goes-on", FORWARD, "", "", "", "").apply("@Step @T", "@Step(next = \"start\") @T"),
            members("step-annotation", "int n = 1; @Step(foreach = \"n\") void start() {}"),
            members("unknown-step", "@Step(next = \"enc\") void start() {}"),
            members("duplicate-step", FORWARD + "\n@Step(next = \"end\") void start(TaskContext task) {}"),
            inputs(
                    "duplicate-branch",
                    "@Step(next = {\"a\", \"a\"}) void start() {}\n@Step(next = \"end\") void a() {}"),
            members("step-method", "@Step(next = \"end\") private void start() {}"),
            members("step-parameter", "@Step(next = \"end\") void start(String text) {}"),
            inputs(
                    "unknown-artifact",
                    "@Step(next = \"a\", foreach = \"nope\") void start() {}\n@Step(next = \"end\") void a() {}"),
            inputs(
                    "not-iterable",
                    "long n = 1; @Step(next = \"a\", foreach = \"n\") void start() {}\n@Step(next = \"end\") void a() {}"),
            members("switch", SWITCH.formatted("end").replace("boolean", "long") + "@Step(next = \"end\") void a() {}"),
            members("artifact-field", "private int size; " + FORWARD),
            members("unstorable-type", FORWARD),
            members("credential", FORWARD),
            inputs(
                    "secret-transition",
                    "@Parameter(secret = true) int n; @Step(next = \"a\", foreach = \"n\") void start() {}\n"
                            + "@Step(next = \"end\") void a() {}"),
            members("former-name", "@FormerNames(\"x\") int a; @FormerNames(\"x\") int b; " + FORWARD),
            members("default-value", "record Row(@Default int size) {} Row row; " + FORWARD),
            members("parameter-type", "@Parameter Object value; " + FORWARD),
            members("option-name", "@Parameter(name = \"help\") int value; " + FORWARD),
            members("decorator", FORWARD),
            members("catch", "String failure; @Step(next = \"end\") @Catch(\"failure\") void start() {}"),
            members("unreachable-step", FORWARD + "\n@Step(next = \"end\") void a() {}"),
            members("dead-end", SWITCH.formatted("end") + "@Step void a() {}"),
            members("cycle", SWITCH.formatted("end") + "@Step(next = \"a\") void a() {}"),
            members(
                    "endless-loop",
                    SWITCH.formatted("end") + "@Step(switchOn = \"on\", otherwise = \"a\") void a() {}"),
            inputs(
                    "loop-leaves-branch",
                    "boolean on = true; " + SPLIT
                            + "@Step(switchOn = \"on\", cases = @Case(value = \"true\", next = \"start\"), otherwise = \"end\") void a() {}\n"
                            + "@Step(next = \"end\") void b() {}"),
            members(
                    "iterations-name",
                    SWITCH.formatted("start") + "@Step(next = \"startIterations\") void a() {}\n"
                            + "@Step(next = \"end\") void startIterations() {}"),
            members("unjoined-split", SPLIT + "@Step(next = \"end\") void a() {}\n@Step(next = \"end\") void b() {}"),
            members(
                    "partial-join",
                    SPLIT + "@Step(next = \"j\") void a() {}\n@Step(next = \"end\") void b() {}\n"
                            + "@Step(next = \"end\") void j(SampleArtifacts.JInputs inputs) {}"),
            members(
                    "several-joins",
                    SPLIT + "@Step(next = \"j\") void a() {}\n@Step(next = \"k\") void b() {}\n"
                            + "@Step(next = \"end\") void j(SampleArtifacts.JInputs inputs) {}\n"
                            + "@Step(next = \"end\") void k(SampleArtifacts.KInputs inputs) {}"),
            inputs("join-without-split", FORWARD),
            inputs(
                    "unrelated-branches",
                    SPLIT + "@Step(next = {\"c\", \"d\"}) void a() {}\n@Step(next = \"end\") void b() {}\n"
                            + "@Step(next = \"end\") void c() {}\n@Step(next = \"end\") void d() {}"),
            inputs("empty-branch", "@Step(next = {\"a\", \"end\"}) void start() {}\n@Step(next = \"end\") void a() {}"),
            members("item-scope", "@Step(next = \"end\") void start(@Item int item) {}"),
            inputs("item-type", FOREACH + "@Step(next = \"end\") void work(@Item String item) {}")));

    /** Three problems of code that stand in each flow, beside that of the rule. */
    private static final List<String> OTHERS_OF_CODE =
            List.of("parameter-assignment", "static-assignment", "unassigned-private-field");

    private static final String FLOW_OF_CODE = """
            @Flow
            class Sample {
            @Parameter int size = 1;
            static int calls;
            transient StringBuilder scratch;
            %s
            @Step void end(%s) { size = 2; calls = 3; scratch.append("x"); %s }
            }
            """;

    private static final String BRANCHES =
            SPLIT + "@Step(next = \"end\") void a() { %s }\n@Step(next = \"end\") void b() { %s }";

    /** For each rule of code a flow that breaks it, once; for those that are in each flow, this is all. */
    private static final Map<String, String> FLOWS_OF_CODE = new TreeMap<>(Map.ofEntries(
            code("parameter-assignment", FORWARD, ""),
            code("fixed-value", "final List<String> all = new ArrayList<>(); " + FORWARD, "all.add(\"a\");"),
            code(
                    "changed-copy",
                    "List<List<String>> rows = List.of(); @Step(next = \"work\", foreach = \"rows\") void start() {} "
                            + "@Step(next = \"join\") void work(@Item List<String> row) { row.clear(); } "
                            + "@Step(next = \"end\") void join(SampleArtifacts.JoinInputs inputs) {}",
                    ""),
            code("secret-value", "@Parameter(secret = true) String key; String text; " + FORWARD, "text = key;"),
            code("secret-default", "@Parameter(secret = true) String key = \"hunter2\"; " + FORWARD, "task.log(key);"),
            code("static-assignment", FORWARD, ""),
            code("unassigned-private-field", FORWARD, ""),
            code("overwritten-value", "String text; " + FORWARD, "text = \"a\"; text = \"b\";"),
            code(
                    "shared-value",
                    "List<String> one; List<String> two;\n@Step(next = \"end\") void start() { one = new ArrayList<>(); two = one; }",
                    "two.add(task.toString());"),
            code("leaking-this", FORWARD, "List.of(this);"),
            code("unknown-method", FORWARD, "help();"),
            code("unassigned-artifact", "String text; " + FORWARD, "task.log(text);"),
            code(
                    "unassigned-transition",
                    "boolean on; " + SWITCH.formatted("end").replace("boolean on = true; ", "")
                            + "@Step(next = \"end\") void a() {}",
                    ""),
            merge("unmerged-artifact", "text = \"a\";", "", "inputs.size(); task.log(text);"),
            merge("caught-input", "text = \"a\";", "", "task.log(inputs.a().text());")
                    .apply("String text;", "String text; Failure failure;")
                    .apply("@Step(next = \"end\") void a()", "@Catch(\"failure\") @Step(next = \"end\") void a()"),
            merge(
                    "missing-from-merge",
                    "",
                    "",
                    "inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.TEXT)); text = \"c\";"),
            merge("merge-conflict", "text = \"a\";", "text = \"b\";", "inputs.mergeInto(this);"),
            merge(
                    "conditional-merge",
                    "text = \"a\";",
                    "",
                    "if (inputs.size() > 1) text = \"c\"; inputs.mergeInto(this);")));

    /** The rule that is asked only of flows without errors stands beside warnings. */
    private static final String UNUSED = """
            @Flow
            class Sample {
            String unused;
            String token;
            static int calls;
            @Step(next = "end") void start() { calls = 1; token = "a"; token = "b"; }
            @Step void end() {}
            }
            """;

    private static Source code(String rule, String members, String statements) {
        return new Source(rule, FLOW_OF_CODE.formatted(members, "TaskContext task", statements));
    }

    private static Source merge(String rule, String one, String other, String statements) {
        String members = "String text;\n" + BRANCHES.formatted(one, other);
        return new Source(
                rule,
                FLOW_OF_CODE.formatted(members, "SampleArtifacts.EndInputs inputs, TaskContext task", statements));
    }

    private static Source members(String rule, String members) {
        return flow(rule, members, "", "", "", "");
    }

    private static Source inputs(String rule, String members) {
        return flow(rule, members, "", "", "SampleArtifacts.EndInputs inputs", "");
    }

    private static Source flow(
            String rule, String members, String annotation, String head, String parameters, String more) {
        return new Source(rule, FLOW.formatted(annotation, head, members, parameters, more));
    }

    /** An entry of the map. */
    private record Source(String getKey, String getValue) implements Map.Entry<String, String> {
        Source apply(String target, String replacement) {
            return new Source(getKey, getValue.replace(target, replacement));
        }

        @Override
        public String setValue(String value) {
            throw new UnsupportedOperationException();
        }
    }

    static List<Rule> rules() {
        return Rules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasTestsOfWhatItRefusesAndOfWhatItAccepts(Rule rule) throws ClassNotFoundException {
        List<String> tests = Stream.of(
                        Class.forName(rule.getClass().getName() + "Test").getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
        assertThat(tests).anyMatch(test -> test.matches("accepts.*|notSaid.*"));
        assertThat(tests).anyMatch(test -> !test.matches("accepts.*|notSaid.*"));
    }

    static List<String> idsOfFlows() {
        return List.copyOf(FLOWS.keySet());
    }

    static List<String> idsOfFlowsOfCode() {
        return List.copyOf(FLOWS_OF_CODE.keySet());
    }

    @ParameterizedTest
    @MethodSource("idsOfFlows")
    void hasItsSayBesideOtherProblems(String id) {
        assertSaid(id, OTHERS, FLOWS.get(id));
    }

    @ParameterizedTest
    @MethodSource("idsOfFlowsOfCode")
    void hasItsSayBesideOtherProblemsOfCode(String id) {
        assertSaid(id, OTHERS_OF_CODE, FLOWS_OF_CODE.get(id));
    }

    @Test
    void hasItsSayBesideOtherWarnings() {
        assertSaid("unused-artifact", List.of("credential", "overwritten-value", "static-assignment"), UNUSED);
    }

    private static void assertSaid(String id, List<String> others, String source) {
        List<Diagnostic<? extends JavaFileObject>> diagnostics =
                List.copyOf(checkOnly().compile(file(source)).diagnostics());
        TreeSet<String> expected = new TreeSet<>(others);
        expected.add(id);
        assertThat(diagnostics.stream().map(EveryRuleTest::id))
                .as(source)
                .containsExactlyInAnyOrderElementsOf(expected);
        List<Long> places = new ArrayList<>();
        diagnostics.forEach(found -> places.add(1000 * found.getLineNumber() + found.getColumnNumber()));
        assertThat(places).isSorted();
    }

    /** The ids stand in messages, in documentation and in {@code @SuppressWarnings}: they do not change. */
    @Test
    void noFlowIsForgotten() {
        TreeSet<String> ids = new TreeSet<>(FLOWS.keySet());
        ids.addAll(FLOWS_OF_CODE.keySet());
        ids.add("unused-artifact");
        assertThat(Rules.ALL).extracting(Rule::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static String id(Diagnostic<? extends JavaFileObject> diagnostic) {
        Matcher matcher = ID.matcher(diagnostic.getMessage(Locale.ROOT));
        return matcher.find() ? matcher.group(1) : diagnostic.getMessage(Locale.ROOT);
    }
}
