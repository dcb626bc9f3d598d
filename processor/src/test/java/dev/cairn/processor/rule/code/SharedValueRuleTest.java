package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SharedValueRule}: {@code [cairn:shared-value]}. */
class SharedValueRuleTest {
    /** A flow that reads all it has at its end, and in whose first step these statements stand. */
    private static String start(String statements) {
        return """
                static class Model { double accuracy; List<String> notes = new ArrayList<>(); }
                record Point(int x, int y) {}
                record Series(List<Double> values) {}
                List<Integer> a; List<Integer> b; Object any; List<String> names; int[] numbers; int[] others;
                Map<String, Integer> map; Set<String> keys; SortedMap<String, Integer> sorted; NavigableMap<String, Integer> navigable;
                List<Model> models; Model best; Map<String, Model> index; List<Point> points; Point top;
                List<Series> series; Series longest; transient List<Integer> scratch; Integer[] boxes;
                void fill() {
                    a = new ArrayList<>(); b = new ArrayList<>(); any = 1; names = new ArrayList<>(); numbers = new int[3]; others = new int[3];
                    map = new HashMap<>(); keys = new HashSet<>(); sorted = new TreeMap<>(); navigable = new TreeMap<>(); boxes = new Integer[3];
                    models = new ArrayList<>(); best = new Model(); index = new HashMap<>(); points = new ArrayList<>(); top = new Point(1, 2);
                    series = new ArrayList<>(); longest = new Series(List.of());
                }
                @Step(next = "change") void start(TaskContext task) { fill(); %s }
                @Step(next = "end") void change() {
                    a.add(1); b.add(1); any = any.hashCode(); names.add(""); numbers[0]++; others[0]++; map.put("", 1); keys.add(""); sorted.clear();
                    navigable.clear(); models.clear(); best.accuracy++; index.clear(); points.clear(); series.clear(); boxes[0] = 1;
                    longest.values().add(1.0);
                }
                @Step void end(TaskContext task) {
                    task.log("" + a + b + any + names + numbers + others + map + keys + sorted + navigable + models + best + index + points + top
                            + series + longest + boxes);
                }
                """.formatted(statements);
    }

    private static String said(String statements) {
        return allProblems(start(statements)).replaceFirst("^\\d+:\\d+ ", "");
    }

    private static String same(String one, String other, String copy) {
        return """
                warning [cairn:shared-value] artifacts `%s` and `%s` are one object here, but two copies after step `start`
                    so:    when step `change` changes `%s`, `%s` does not change, unlike in plain Java.
                    fix:   make the copy explicit, %s, or keep only one of the two.""".formatted(one, other, one, other, copy);
    }

    private static String view(String view, String of, String copy) {
        return """
                warning [cairn:shared-value] artifact `%s` is a live view of `%s` here, but a separate copy after step `start`
                    so:    when step `change` changes `%s`, `%s` does not change, unlike in plain Java.
                    fix:   make the copy explicit, %s, or keep only one of the two.""".formatted(view, of, view, of, copy);
    }

    private static String element(String element, String of) {
        return """
                warning [cairn:shared-value] artifact `%s` is an element of `%s` here, but a separate copy after step `start`
                    so:    when step `change` changes `%s`, `%s` does not change, unlike in plain Java.
                    fix:   keep its key or position instead and look it up where it is needed, or make the copy explicit, \
                for example by a constructor that copies.""".formatted(element, of, element, of);
    }

    private static final String B_OF_A = same("b", "a", "`b = new ArrayList<>(..);`");
    private static final String B_OF_A_WHICH_CHANGES = B_OF_A.replace("changes `b`, `a` does", "changes `a`, `b` does");

    @Test
    void oneArtifactAssignedToAnother() {
        assertThat(allProblems("""
                        List<Integer> a;
                        List<Integer> b;
                        @Step(next = "change") void start() { a = new ArrayList<>(); b = a; }
                        @Step(next = "end") void change() { a.add(1); }
                        @Step void end(TaskContext task) { task.log("" + b); }
                        """)).isEqualTo("3:62 " + B_OF_A_WHICH_CHANGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b = a;",
                "this.b = (this.a);",
                "b = (List<Integer>) a;",
                "b = Objects.requireNonNull(a);",
                "b = task.attempt() > 0 ? a : new ArrayList<>();",
                "if (task.attempt() > 0) { b = a; }",
                "var x = a; b = x;",
                "scratch = a; b = scratch;",
                "var x = new ArrayList<Integer>(); a = x; b = x;",
                "b = a = new ArrayList<>();",
                "for (int i = 0; i < 3; i++) { if (i > 1) { b = a; break; } }",
                "switch (task.attempt()) { case 0 -> b = a; default -> {} }",
                "try { b = a; } finally { task.log(\"\"); }",
                "Runnable later = () -> { b = a; }; later.run();",
                "do { b = a; } while (task.attempt() > 0);",
            })
    void oneObjectInTwoArtifactsHoweverItGetsThere(String statements) {
        assertThat(said(statements)).isIn(B_OF_A, same("a", "b", "`a = new ArrayList<>(..);`"));
    }

    @Test
    void anyPairOfTypesThatCanHoldIt() {
        assertThat(said("any = a;")).isEqualTo(same("any", "a", "for example by a constructor that copies"));
        assertThat(said("others = numbers;")).isEqualTo(same("others", "numbers", "`others = ...clone();`"));
        assertThat(said("sorted = navigable;")).isEqualTo(same("sorted", "navigable", "`sorted = new TreeMap<>(..);`"));
    }

    @Test
    void threeArtifactsArePairs() {
        assertThat(said("b = a; any = b;").lines().filter(line -> line.contains("[cairn:")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys = map.keySet();",
                "var x = map; keys = x.keySet();",
                "var x = map.keySet(); keys = x;",
                "keys = Collections.unmodifiableSet(map.keySet());",
            })
    void aLiveViewOfAMap(String statements) {
        assertThat(said(statements)).isEqualTo(view("keys", "map", "`keys = new HashSet<>(..);`"));
    }

    @Test
    void otherLiveViews() {
        assertThat(said("b = a.subList(0, 2);")).isEqualTo(view("b", "a", "`b = new ArrayList<>(..);`"));
        assertThat(said("b = Collections.unmodifiableList(a);"))
                .isEqualTo(view("b", "a", "`b = new ArrayList<>(..);`"));
        assertThat(said("b = Arrays.asList(boxes);")).isEqualTo(view("b", "boxes", "`b = new ArrayList<>(..);`"));
        assertThat(said("sorted = navigable.descendingMap();"))
                .isEqualTo(view("sorted", "navigable", "`sorted = new TreeMap<>(..);`"));
        assertThat(said("any = a.subList(0, 2);"))
                .isEqualTo(view("any", "a", "for example by a constructor that copies"));
        assertThat(said("sorted = navigable.headMap(\"m\");"))
                .isEqualTo(view("sorted", "navigable", "`sorted = new TreeMap<>(..);`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "best = models.get(1);",
                "for (Model model : models) { if (model.accuracy > best.accuracy) best = model; }",
                "models.forEach(model -> { if (model.accuracy > 0.5) { best = model; } });",
                "best = models.stream().filter(m -> m.accuracy > 0).max(Comparator.comparingDouble(m -> m.accuracy)).orElseThrow();",
                "best = Collections.max(models, Comparator.comparingDouble(m -> m.accuracy));",
                "Model found = models.get(0); best = found;",
                "models.add(best);",
                "Model made = new Model(); models.add(made); best = made;",
                "Model made = new Model(); best = made; models.add(0, made);",
            })
    void anElementOfACollection(String statements) {
        assertThat(said(statements)).isEqualTo(element("best", "models"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < 3; i++) { Model model = new Model(); models.add(model); index.put(\"\" + i, model); }",
                "for (Model model : models) { index.put(\"\", model); }",
                "models.forEach(model -> index.put(\"\", model));",
                "index.put(\"\", models.get(0));",
            })
    void anIndexBesideAList(String statements) {
        assertThat(said(statements)).isEqualTo("""
                warning [cairn:shared-value] artifacts `index` and `models` share an object here, but each has its own copy after step `start`
                    so:    when step `change` changes `index`, `models` does not change, unlike in plain Java.
                    fix:   let one of them hold keys or positions instead, or put copies into one.""");
    }

    @Test
    void aRecordThatHoldsAList() {
        assertThat(said("longest = series.get(0);")).isEqualTo(element("longest", "series"));
    }

    @Test
    void inHelpers() {
        assertThat(allProblems("""
                        List<Integer> a;
                        List<Integer> b;
                        @Step(next = "change") void start() { a = new ArrayList<>(); keep(a); }
                        void keep(List<Integer> list) { b = same(list); }
                        List<Integer> same(List<Integer> list) { return list; }
                        @Step(next = "end") void change() { a.add(1); }
                        @Step void end(TaskContext task) { task.log("" + b); }
                        """)).isEqualTo("4:33 " + B_OF_A_WHICH_CHANGES);
    }

    @Test
    void anInputOfAJoinInTwoArtifacts() {
        for (String statements : new String[] {
            "a = inputs.get(0).list(); b = inputs.get(0).list();",
            "a = inputs.left().list(); b = inputs.left().list();",
            "for (var input : inputs) { a = input.list(); b = input.list(); }",
            "var input = inputs.get(1); a = input.list(); b = input.list();"
        }) {
            assertThat(allProblems(join(statements)))
                    .as(statements)
                    .startsWith("6:" + (5 + statements.indexOf("b = ")) + " "
                            + B_OF_A_WHICH_CHANGES.replace("start", "join"));
        }
    }

    private static String join(String statements) {
        return """
                List<Integer> list; List<Integer> a; List<Integer> b;
                @Step(next = {"left", "right"}) void start() {}
                @Step(next = "join") void left() { list = new ArrayList<>(); }
                @Step(next = "join") void right() { list = new ArrayList<>(); }
                @Step(next = "change") void join(SampleArtifacts.JoinInputs inputs) {
                    %s
                }
                @Step(next = "end") void change() { a.add(1); }
                @Step void end(TaskContext task) { task.log("" + a + b); }
                """.formatted(statements);
    }

    @Test
    void acceptsDifferentInputsOfAJoin() {
        for (String statements : new String[] {
            "a = inputs.get(0).list(); b = inputs.get(1).list();",
            "a = inputs.left().list(); b = inputs.right().list();",
            "for (var input : inputs) { if (a == null) { a = input.list(); } else { b = input.list(); } }",
        }) {
            assertThat(allProblems(join(statements))).as(statements).doesNotContain("shared-value");
        }
    }

    private static final List<String> GOOD = List.of(
            "b = new ArrayList<>(a);",
            "b = List.copyOf(a);",
            "b = a.stream().map(i -> i + 1).toList();",
            "b = a; a = new ArrayList<>();",
            "b = a; b = new ArrayList<>(b);",
            "b = a; a = null;",
            "if (task.attempt() > 0) { b = a; a = new ArrayList<>(); }",
            "scratch = a;",
            "scratch = a; b = new ArrayList<>(scratch);",
            "a = a.subList(0, 1);",
            "List<Integer> t = a; a = b; b = t;",
            "a = List.of(1, 2); b = a;",
            "List<Integer> all = List.of(1, 2, 3); a = all.subList(0, 1); b = all.subList(1, 3);",
            "List<Integer> all = new ArrayList<>(); a = all.subList(0, 1); b = all.subList(1, 3);",
            "int size = a.size(); b.add(size); b.addAll(a);",
            "others = numbers.clone();",
            "numbers[0] = others[0];",
            "names.add(keys.iterator().next()); names.set(0, names.get(1));",
            "top = points.get(0); points.add(top);",
            "for (Point point : points) { top = point; }",
            "map.put(\"a\", a.get(0)); a.add(map.get(\"a\"));",
            "keys = new HashSet<>(map.keySet());",
            "keys = Set.copyOf(map.keySet());",
            "best = models.remove(0);",
            "Model model = models.get(0); best = new Model();",
            "best = models.get(0); best = new Model();",
            "List<Integer> a = new ArrayList<>(); b = a;",
            "for (int i = 0; i < 3; i++) { b = a; a = new ArrayList<>(); }",
            "switch (task.attempt()) { case 0: b = a; default: b = new ArrayList<>(); }",
            "if (task.attempt() > 0) { b = a; throw new IllegalStateException(); }");

    /** All of them in one flow, a step for each. */
    @Test
    void acceptsCopiesAndWhatCannotChange() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < GOOD.size(); i++) {
            steps.append("@Step(next = \"%s\") void good%d(TaskContext task) { fill(); %s }\n"
                    .formatted(i + 1 < GOOD.size() ? "good" + (i + 1) : "change", i, GOOD.get(i)));
        }
        String flow = start("").replace("@Step(next = \"change\")", "@Step(next = \"good0\")");
        assertThat(allProblems(flow.replace("@Step(next = \"end\")", steps + "@Step(next = \"end\")")))
                .contains("overwritten-value")
                .doesNotContain("shared-value");
    }

    @Test
    void theOtherOneIsChanged() {
        assertThat(allProblems("""
                        List<Integer> a;
                        List<Integer> b;
                        @Step(next = "read") void start() { a = new ArrayList<>(); b = a; }
                        @Step(next = "change") void read(TaskContext task) { task.log("" + a); }
                        @Step(next = "end") void change(TaskContext task) { a.add(1); }
                        @Step void end(TaskContext task) { task.log("" + b); }
                        """)).isEqualTo("3:60 " + B_OF_A_WHICH_CHANGES);
    }

    @Test
    void theStepItselfChangesItInItsNextIteration() {
        assertThat(allProblems("""
                        List<Integer> a = new ArrayList<>();
                        List<Integer> b = new ArrayList<>();
                        boolean go = true;
                        @Step(next = "work") void start() {}
                        @Step(switchOn = "go", cases = @Case(value = "true", next = "work"), otherwise = "end")
                        void work() { a.add(1); b = a; go = a.size() < 3; }
                        @Step void end(TaskContext task) { task.log("" + b); }
                        """))
                .contains("are one object here, but two copies after step `work`")
                .contains("when step `work` changes `a`, `b` does not change, unlike in plain Java.");
    }

    @Test
    void aLaterStepMayDoAnything() {
        assertThat(allProblems("""
                        List<Integer> a;
                        List<Integer> b;
                        @Step(next = "change") void start() { a = new ArrayList<>(); b = a; }
                        @Step(next = "end") void change() { List.of(this); }
                        @Step void end(TaskContext task) { task.log("" + b); }
                        """)).startsWith("3:62 " + B_OF_A);
    }

    @Test
    void notSaidWhereNoLaterStepChangesEither() {
        assertThat(allProblems("""
                        List<Integer> a;
                        List<Integer> b;
                        List<Integer> part;
                        @Step(next = "replace") void start() { a = new ArrayList<>(); a.add(1); b = a; part = a.subList(0, 1); }
                        @Step(next = "end") void replace(TaskContext task) { for (int i : b) task.log("" + i + part.size()); a = List.of(); }
                        @Step void end(TaskContext task) { task.log("" + a + b + part); }
                        """)).isEmpty();
    }

    @Test
    void notSaidOfTheLastStep() {
        assertThat(allProblems("""
                        List<Integer> a;
                        List<Integer> b;
                        @Step(next = "end") void start() { a = new ArrayList<>(); }
                        @Step void end(TaskContext task) { b = a; task.log("" + b); }
                        """)).isEmpty();
    }

    @Test
    void silencedOnTheStep() {
        assertThat(allProblems(start("b = a;")
                        .replace(
                                "@Step(next = \"change\")",
                                "@SuppressWarnings(\"cairn:shared-value\") @Step(next = \"change\")")))
                .isEmpty();
    }

    /** A flow in whose first step two artifacts of a type are one object, and in whose second one anything may happen. */
    private static String twoOf(String type) {
        return allProblems("""
                %1$s one; %1$s two;
                @Step(next = "change") void start() { one = made(); two = one; }
                @Step(next = "end") void change() { List.of(this); }
                @Step void end() { System.out.println(one + "" + two); }
                static %1$s made() { return null; }
                record Node(Node next, List<String> list) {}
                record Leaf(Leaf next, int size) {}
                static class Model { int size; }
                sealed interface Shape permits Dot, Line {}
                record Dot(int x) implements Shape {}
                record Line(List<Dot> dots) implements Shape {}
                sealed interface Fixed permits One, Two {}
                record One(int x) implements Fixed {}
                record Two(String text) implements Fixed {}
                @Codec(ListedCodec.class) static class Listed {}
                static class ListedCodec extends dev.cairn.codec.ConverterCodec<Listed, List<String>> {}
                @Codec(NamedCodec.class) static class Named { int size; }
                static class NamedCodec extends dev.cairn.codec.ConverterCodec<Named, String> {}
                @Opaque(allow = Unknown.class) static class Unknown { int size; }
                """.formatted(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BitSet",
                "Date",
                "Random",
                "int[]",
                "String[]",
                "Object",
                "Optional<List<String>>",
                "Map.Entry<String, List<String>>",
                "Map.Entry<List<String>, String>",
                "Node",
                "Model",
                "Shape",
                "List<Leaf>",
                "Listed",
            })
    void valuesThatCanChange(String type) {
        assertThat(twoOf(type))
                .startsWith("2:53 warning [cairn:shared-value] artifacts `two` and `one` are one object here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String",
                "java.time.LocalDate",
                "Thread.State",
                "Optional<String>",
                "Map.Entry<String, String>",
                "Leaf",
                "Fixed",
                "Named",
                "Unknown",
            })
    void acceptsValuesThatCannot(String type) {
        assertThat(twoOf(type)).startsWith("3:45 note [cairn:leaking-this]").doesNotContain("[cairn:shared-value]");
    }

    @Test
    void howACopyIsMade() {
        assertThat(twoOf("LinkedList<String>")).contains("explicit, `two = new LinkedList<>(..);`, or keep");
        assertThat(twoOf("EnumSet<Thread.State>")).contains("explicit, `two = EnumSet.copyOf(..);`, or keep");
        assertThat(twoOf("String[]")).contains("explicit, `two = ...clone();`, or keep");
        assertThat(twoOf("Optional<List<String>>")).contains("explicit, for example by a constructor that copies, or");
    }

    /** A flow in whose first step three artifacts share a list that cannot be changed, and in whose second one anything may happen. */
    private static String frozen(String type, String value) {
        return allProblems("""
                List<%1$s> one; List<%1$s> two; List<%1$s> part;
                @Step(next = "change") void start() {
                    List<%1$s> made = List.of(%2$s);
                    one = made;
                    two = made;
                    part = made.subList(0, 1);
                }
                @Step(next = "end") void change() { List.of(this); }
                @Step void end() { System.out.println(one + "" + two + part); }
                static class Model { double accuracy; }
                """.formatted(type, value));
    }

    @Test
    void whatAListHoldsThatCannotBeChanged() {
        assertThat(frozen("Model", "new Model()"))
                .contains("5:5 warning [cairn:shared-value] artifacts `two` and `one` are one object here")
                .contains("6:5 warning [cairn:shared-value] artifact `part` is a live view of `one` here");
        assertThat(frozen("String", "\"a\"")).contains("[cairn:leaking-this]").doesNotContain("[cairn:shared-value]");
    }

    /** By their names alone the methods could be those of collections. */
    @Test
    void acceptsWhatRecordsGive() {
        assertThat(allProblems("""
                        record Series(List<Double> values, Model first) {}
                        static class Model { double accuracy; }
                        Series series; List<Double> numbers; Model best;
                        @Step(next = "change") void start() { series = new Series(new ArrayList<>(), new Model()); numbers = series.values(); best = series.first(); }
                        @Step(next = "end") void change() { best.accuracy++; numbers.add(1.0); }
                        @Step void end() { System.out.println(series + "" + numbers + best); }
                        """)).isEmpty();
    }
}
