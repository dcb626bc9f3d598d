package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link ChangedCopyRule}: {@code [cairn:changed-copy]}. */
class ChangedCopyRuleTest {
    private static final String ITEMS = """
            List<Box> boxes = new ArrayList<>();
            Map<String, List<Integer>> groups = new HashMap<>();
            Box last;
            static class Box { int size; List<String> tags = new ArrayList<>(); }
            @Step void end() { System.out.println(last); }
            @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { last = new Box(); }
            """;

    private static final String BRANCHES = """
            List<Integer> list = new ArrayList<>();
            List<Integer> all = new ArrayList<>(); int[] array = new int[1];
            @Step(next = {"a", "b"}) void start() { list.add(0); }
            @Step(next = "join") void a() {}
            @Step(next = "join") void b() {}
            @Step void end() { System.out.println(all); }
            """;

    private static String inStep(String split, String item, String body) {
        return allProblems(ITEMS + "@Step(next = \"work\", foreach = \"" + split + "\") void start() {}\n"
                + "@Step(next = \"join\") void work(@Item " + item + " item) { " + body + " }\n");
    }

    private static String inJoin(String body) {
        return allProblems(
                BRANCHES + "@Step(next = \"end\") void join(SampleArtifacts.JoinInputs inputs) { " + body + " }\n");
    }

    @Test
    void anItem() {
        assertThat(inStep("boxes", "Box", "item.size++; item.tags.add(\"\");")).isEqualTo("""
                        8:59 warning [cairn:changed-copy] item `item` is changed in place in step `work`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field and change that: a field is an artifact, which is stored.
                        8:76 warning [cairn:changed-copy] item `item` is changed in place in step `work`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field and change that: a field is an artifact, which is stored.""");
    }

    @Test
    void theValueOfAnEntry() {
        assertThat(inStep("groups", "Map.Entry<String, List<Integer>>", "item.getValue().add(1);"))
                .isEqualTo("""
                        8:98 warning [cairn:changed-copy] item `item` is changed in place in step `work`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field and change that: a field is an artifact, which is stored.""");
    }

    @Test
    void acceptsAnItemThatIsTakenOver() {
        assertThat(inStep("boxes", "Box", "item.size++; last = item;")).isEmpty();
        assertThat(inStep("boxes", "Box", "last = item; last.size++;")).isEmpty();
        assertThat(inStep("boxes", "Box", "Box copy = new Box(); copy.size = item.size; copy.size++;"))
                .isEmpty();
        assertThat(inStep("boxes", "Box", "item = new Box(); item.size++;")).isEmpty();
    }

    @Test
    void anItemThatIsTakenOverOnSomePaths() {
        for (String body : List.of(
                "item.size++; if (item.tags.isEmpty()) { last = item; }",
                "item.size++; if (item.tags.isEmpty()) { return; } last = item;",
                "last = item.tags.isEmpty() ? item : null; if (last == null) { item.size++; }",
                "if (item.tags.isEmpty()) { last = item; } item.size++;",
                "item.size++; for (String tag : item.tags) { last = item; }",
                "item.size++; switch (item.tags.size()) { case 0: last = item; }",
                "item.size++; try { System.out.println(); } catch (RuntimeException e) { last = item; }",
                "item.size++; perhaps(item);",
                "Box box = item; box.size++; if (box.tags.isEmpty()) { last = box; }",
                "item.size++; Runnable keep = () -> { if (item.tags.isEmpty()) { last = item; } }; keep.run();")) {
            assertThat(inStep(
                            "boxes",
                            "Box",
                            body + " } void perhaps(Box box) { if (box.tags.isEmpty()) { last = box; }"))
                    .as(body)
                    .containsOnlyOnce(
                            "warning [cairn:changed-copy] item `item` is changed in place in step `work`, but it is a copy,"
                                    + " and the change is lost on each path that does not assign it to a field");
        }
    }

    @Test
    void acceptsAnItemThatIsTakenOverOnAllPathsThatChangeIt() {
        for (String body : List.of(
                "item.size++; if (item.tags.isEmpty()) { last = item; } else { always(item); }",
                "if (item.tags.isEmpty()) { item.size++; last = item; }",
                "if (item.tags.isEmpty()) { last = item; item.size++; }",
                "item.size++; if (item.tags.isEmpty()) { throw new IllegalStateException(); } last = item;",
                "item.size++; switch (item.tags.size()) { case 0: last = item; break; default: last = item; }",
                "item.size++; try { System.out.println(); } finally { last = item; }",
                "item.size++; do { last = item; } while (item.size < 3);",
                "item.size++; always(item);",
                "always(item); item.size++;",
                "grow(item); last = item;",
                "List.of(1).forEach(number -> { item.size++; last = item; });",
                "Optional.of(item).ifPresent(box -> { if (box.size > 1) { return; } box.size++; last = box; });")) {
            assertThat(inStep(
                            "boxes",
                            "Box",
                            body
                                    + " } void always(Box box) { if (box.tags.isEmpty()) { last = box; } else { last = box; } }"
                                    + " void grow(Box box) { box.size++;"))
                    .as(body)
                    .isEmpty();
        }
    }

    private static String withUtil(String body) {
        return inStep(
                "boxes",
                "Box",
                body
                        + " } static class Util { static List<Box> kept; static void grow(Box box) { box.size++; }"
                        + " static void tag(Box box, String tag) { if (box.size > 1) { box.tags.add(tag); } }"
                        + " static void fill(List<String> tags) { var all = tags; all.add(\"\"); }"
                        + " static void growAll(List<Box> boxes) { for (Box box : boxes) { grow(box); } }"
                        + " static int look(Box box) { return box.size + box.tags.size(); }"
                        + " static Box same(Box box) { box.size++; return box; }"
                        + " static void keep(Box box) { box.size++; kept.add(box); }"
                        + " static void another(Box box) { box = new Box(); box.size++; }"
                        + " void own(Box box) { box.size--; } } transient Util util = new Util(); {");
    }

    @Test
    void anItemThatAnotherClassChanges() {
        for (String body : List.of(
                "Util.grow(item);",
                "Util.tag(item, \"\");",
                "Util.fill(item.tags);",
                "Util.growAll(List.of(item));",
                "com.acme.Sample.Util.grow(item);",
                "new Util().own(item);",
                "util.own(item);",
                "Util local = new Util(); local.own(item);",
                "var local = new Util(); local.own(item);",
                "List.of(item).forEach(Util::grow);",
                "item.size++; System.out.println(Util.look(item));")) {
            assertThat(withUtil(body))
                    .as(body)
                    .containsOnlyOnce("warning [cairn:changed-copy] item `item` is changed in place in step `work`");
        }
        assertThat(withUtil("Util.grow(item);")).isEqualTo("""
                        8:60 warning [cairn:changed-copy] item `item` is changed in place in step `work` (through `grow`), but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field and change that: a field is an artifact, which is stored.""");
    }

    @Test
    void acceptsAnItemThatAnotherClassLooksAtOrKeeps() {
        for (String body : List.of(
                "System.out.println(Util.look(item));",
                "last = Util.same(item);",
                "Util.keep(item);",
                "Util.another(item);",
                "Util.grow(item); last = item;",
                "Util.grow(new Box());")) {
            assertThat(withUtil(body)).as(body).isEmpty();
        }
    }

    @Test
    void anInputThatAHelperTakesOverOnSomePaths() {
        assertThat(inJoin("var own = inputs.a().list(); own.add(1); perhaps(own);"
                        + " } void perhaps(List<Integer> own) { if (own.size() > 1) { all = own; }"))
                .isEqualTo("""
                        7:104 warning [cairn:changed-copy] `list` of an input is changed in place in join `join`, but it is a copy, and the change is lost on each path that does not assign it to a field
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
    }

    @Test
    void anInputThatIsMerged() {
        assertThat(inJoin("inputs.get(0).list().add(1); inputs.mergeInto(this);"))
                .isEqualTo("""
                        7:92 warning [cairn:changed-copy] `list` of an input is changed in place in join `join`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
    }

    @Test
    void anInputInALoopALambdaAndALocalVariable() {
        assertThat(inJoin("for (var input : inputs) input.list().add(1);")).isEqualTo("""
                        7:109 warning [cairn:changed-copy] `list` of an input is changed in place in join `join`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
        assertThat(inJoin("inputs.stream().forEach(input -> input.list().clear());"))
                .isEqualTo("""
                        7:119 warning [cairn:changed-copy] `list` of an input is changed in place in join `join`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
        assertThat(inJoin("List<Integer> own = inputs.a().list(); Collections.sort(own);"))
                .isEqualTo("""
                        7:123 warning [cairn:changed-copy] `list` of an input is changed in place in join `join`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
    }

    @Test
    void aCopyThatALambdaOrAReferenceGets() {
        for (String change : List.of(
                "java.util.function.Consumer<Box> grow = box -> box.size++; grow.accept(item);",
                "java.util.function.BiConsumer<String, Box> grow = (tag, box) -> { box.tags.add(tag); }; grow.accept(\"\", item);",
                "java.util.function.Consumer<Box> grow = Box::grow; grow.accept(item);",
                "java.util.function.Consumer<Box> grow = this::grow; grow.accept(item);",
                "java.util.function.Consumer<Box> grow = box -> box.size++; List.of(item).forEach(grow);",
                "List.of(item).forEach(Box::grow);",
                "List.of(item).forEach(this::grow);",
                "List.of(item.tags).forEach(List::clear);",
                "for (var tag = item.tags.iterator(); tag.hasNext(); ) { tag.next(); tag.remove(); }",
                "java.util.Iterator<Box> boxes = List.of(item).iterator(); boxes.next().size++;",
                "item.tags.listIterator().add(\"\");",
                "Runnable grow = item::grow; grow.run();",
                "final Box local; local = item; local.size++;",
                "Box local = null; if (item.size > 1) { local = item; } if (local != null) { local.tags.clear(); }")) {
            assertThat(allProblems(ITEMS.replace("int size;", "int size; void grow() { size++; }")
                            + "void grow(Box box) { box.size++; }\n"
                            + "@Step(next = \"work\", foreach = \"boxes\") void start() {}\n"
                            + "@Step(next = \"join\") void work(@Item Box item) { " + change + " }\n"))
                    .as(change)
                    .containsOnlyOnce("warning [cairn:changed-copy] item `item` is changed in place in step `work`")
                    .doesNotContain("error");
        }
    }

    /** Each lambda calls the one before twice: walked anew for each call, the last would take the first a thousand million times. */
    @Test
    void lambdasThatCallEachOther() {
        StringBuilder chain = new StringBuilder("java.util.function.Consumer<Box> f0 = box -> box.size++; ");
        for (int i = 1; i <= 30; i++) {
            chain.append("java.util.function.Consumer<Box> f%1$d = box -> { f%2$d.accept(box); f%2$d.accept(box); }; "
                    .formatted(i, i - 1));
        }
        assertThat(inStep("boxes", "Box", chain + "f30.accept(item);"))
                .containsOnlyOnce("warning [cairn:changed-copy] item `item` is changed in place in step `work`");
    }

    /** No Java, but written on the path to it: the lambda is not initialised where it calls itself. */
    @Test
    void aLambdaThatCallsItself() {
        assertThat(inStep("boxes", "Box", "java.util.function.Consumer<Box> f = box -> f.accept(box); f.accept(item);"))
                .isEmpty();
    }

    /** {@code g} is the field where {@code f} is written, and a local variable where it is called. */
    @Test
    void namesInALambdaMeanWhatTheyMeanWhereItIsWritten() {
        assertThat(allProblems(ITEMS + """
                transient java.util.function.Consumer<Box> g = box -> {};
                @Step(next = "work", foreach = "boxes") void start() {}
                @Step(next = "join") void work(@Item Box item) {
                    java.util.function.Consumer<Box> f = box -> g.accept(box);
                    java.util.function.Consumer<Box> g = box -> { f.accept(box); box.size++; };
                    g.accept(item);
                }
                """)).doesNotContain("error");
    }

    /** A variable that is assigned again later may hold the other function already, in the next round of a loop. */
    @Test
    void aFunctionThatIsAssignedInALoop() {
        assertThat(allProblems("""
                List<Integer> list = new ArrayList<>();
                @Step(next = "end") void start() {
                    java.util.function.Consumer<List<Integer>> f = each -> {};
                    for (int i = 0; i < 2; i++) { f.accept(list); f = List::clear; }
                }
                @Step void end() { System.out.println(list); }
                """)).isEmpty();
    }

    @Test
    void acceptsALambdaThatLooksOrGetsSomethingElse() {
        for (String look : List.of(
                "java.util.function.Consumer<Box> show = box -> System.out.println(box.size); show.accept(item);",
                "java.util.function.Consumer<Box> grow = box -> box.size++; grow.accept(new Box());",
                "java.util.function.Consumer<Box> grow = box -> box.size++; grow = box -> {}; grow.accept(item);",
                "java.util.function.Function<Box, Integer> size = Box::size; System.out.println(size.apply(item));",
                "List.of(item).forEach(System.out::println);",
                "for (var tag = item.tags.iterator(); tag.hasNext(); ) { System.out.println(tag.next()); }")) {
            assertThat(allProblems(ITEMS.replace("int size;", "int size; int size() { return size; }")
                            + "@Step(next = \"work\", foreach = \"boxes\") void start() {}\n"
                            + "@Step(next = \"join\") void work(@Item Box item) { " + look + " }\n"))
                    .as(look)
                    .isEmpty();
        }
    }

    @Test
    void anInputThatIsReadOnceMoreAndTakenOverThen() {
        assertThat(inJoin("inputs.get(0).list().add(1); all = inputs.get(0).list();"))
                .isEqualTo("""
                        7:92 warning [cairn:changed-copy] `list` of an input is changed in place in join `join`, but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
        assertThat(inJoin("var own = inputs.get(0).list(); own.add(1); all = own;"))
                .isEmpty();
    }

    @Test
    void anArrayOfPrimitivesInAList() {
        assertThat(inJoin("for (int[] one : List.of(inputs.get(0).array())) { one[0] = 4; } inputs.mergeInto(this);")
                        .replaceAll("(?s)\n.*", ""))
                .isEqualTo(
                        "7:126 warning [cairn:changed-copy] `array` of an input is changed in place in join `join`, but it is a"
                                + " copy, and the change is lost when the step ends");
    }

    @Test
    void anInputInAHelper() {
        assertThat(
                        inJoin(
                                "for (var input : inputs) fill(input.list()); raise(inputs); } void fill(List<Integer> list) { list.add(1); } void raise(SampleArtifacts.JoinInputs in) { in.get(1).list().add(2);"))
                .isEqualTo("""
                        7:108 warning [cairn:changed-copy] `list` of an input is changed in place in join `join` (through `fill`), but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.
                        7:241 warning [cairn:changed-copy] `list` of an input is changed in place in join `join` (through `raise`), but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
    }

    @Test
    void anInputAsTheParameterOfAHelper() {
        assertThat(
                        inJoin(
                                "for (var input : inputs) { fill(input); } } void fill(SampleArtifacts.JoinInput in) { in.list().add(1);"))
                .isEqualTo("""
                        7:100 warning [cairn:changed-copy] `list` of an input is changed in place in join `join` (through `fill`), but it is a copy, and the change is lost when the step ends
                            fix:   assign it to a field, for example `list = inputs.get(0).list();`, and change that.""");
    }

    @Test
    void acceptsAnInputThatIsTakenOver() {
        assertThat(inJoin("list = inputs.get(0).list(); list.add(1); all = new ArrayList<>(list);"))
                .isEmpty();
        assertThat(inJoin("List<Integer> own = inputs.get(0).list(); own.add(1); all = own;"))
                .isEmpty();
        assertThat(inJoin("for (var input : inputs) all.addAll(input.list());")).isEmpty();
        assertThat(inJoin("all = new ArrayList<>(inputs.get(0).list()); all.add(1);"))
                .isEmpty();
    }

    /** An entry cannot be changed: the run fails there, and says so itself. */
    @Test
    void leavesAnEntryToTheRun() {
        assertThat(inStep("groups", "Map.Entry<String, List<Integer>>", "item.setValue(List.of());"))
                .isEmpty();
    }

    @Test
    void anItemThatItsOwnMethodsChange() {
        String members =
                " } static class Acc { int n; void add(int by) { n += by; } Acc twice() { add(1); add(1); return this; }"
                        + " void more(int by, int times) { for (int i = 0; i < times; i++) { add(by); } } int half() { return n / 2; }";
        for (String body : List.of("item.twice().half();", "item.more(3, 1);")) {
            assertThat(inStep("accs", "Acc", body + members + " } List<Acc> accs = new ArrayList<>(); {"))
                    .as(body)
                    .contains("warning [cairn:changed-copy] item `item` is changed in place in step `work`");
        }
        assertThat(inStep("accs", "Acc", "item.half();" + members + " } List<Acc> accs = new ArrayList<>(); {"))
                .isEmpty();
    }

    @Test
    void anInputThatALambdaGets() {
        for (String body : List.of(
                "for (var input : inputs) { Optional.of(input.list()).ifPresent(value -> value.add(1)); }",
                "for (var input : inputs) { List.of(input.list()).forEach(value -> { value.clear(); }); }",
                "for (var list : List.of(inputs.a().list(), inputs.b().list())) { list.add(1); }",
                "List.of(inputs.a(), inputs.b()).forEach(input -> input.list().add(1));")) {
            assertThat(inJoin(body))
                    .as(body)
                    .contains("warning [cairn:changed-copy] `list` of an input is changed in place in join `join`");
        }
        assertThat(
                        inJoin(
                                "for (var input : inputs) { Optional.of(input.list()).ifPresent(value -> all.addAll(value)); }"))
                .isEmpty();
        assertThat(inJoin("all = List.of(inputs.a().list()).get(0); all.add(1);"))
                .isEmpty();
    }

    @Test
    void anItemUnderTheNameOfAPattern() {
        assertThat(inStep("boxes", "Object", "if (item instanceof Box box) { box.size++; }"))
                .contains("warning [cairn:changed-copy] item `item` is changed in place in step `work`");
    }
}
