package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What a step may change in place, what it only looks at, and what the code shows that it changes. */
final class InPlaceTest {
    private static String step(String body) {
        return step(body, "");
    }

    private static String step(String body, String members) {
        return Bodies.ofSource(
                "@Flow class F {\n" + InPlaceBody.MEMBERS + "@Step void start() throws Exception {\n" + body + "\n}\n"
                        + members + "}\n",
                bodies -> Facts.inPlace(bodies.step("start")));
    }

    private static String join(String body) {
        return Bodies.ofSource(
                "@Flow class F {\n" + InPlaceBody.MEMBERS + "@Step void join(JoinInputs inputs) throws Exception {\n"
                        + body + "\n}\n}\n",
                bodies -> Facts.inPlace(bodies.step("join")));
    }

    private static void onlyLooks(List<String> bodies) {
        bodies.forEach(body -> assertThat(step(body)).as(body).isEqualTo("nothing"));
    }

    @Test
    void whatCannotChangeIsOnlyLookedAt() {
        onlyLooks(List.of(
                "sink(text); sink(n); sink(plain);",
                "Plain own = plain; sink(own); Object o = plain;",
                "scratch = List.of(text, plain.id());"));
    }

    @Test
    void readingMethods() {
        onlyLooks(List.of(
                "sink(names.size() + names.get(0) + names.contains(text));",
                "sink(counts.getOrDefault(text, 0)); sink(bits.get(1)); sink(maybe.isPresent());",
                "sink(groups.get(text).size()); sink(boxes.get(0).tags().get(0));",
                "sink(names.stream().map(s -> s + text).toList());",
                "sink(boxes.stream().filter(b -> b.getN() > 0).mapToInt(b -> b.n).sum());",
                "sink(new ArrayList<>(names)); sink(List.copyOf(names)); sink(String.join(text, names));",
                "System.out.println(names); sink(\"\" + box + boxes);"));
    }

    @Test
    void elementsMembersAndLoops() {
        onlyLooks(List.of(
                "sink(numbers[0]); sink(numbers.length); for (int i : numbers) sink(i);",
                "sink(box.n); sink(box.tags.get(0)); sink(row.id()); sink(row.values().get(0));",
                "for (String name : names) sink(name);",
                "for (Box each : boxes) { if (each.n > 1) { sink(each.tags.size()); } }",
                "for (var entry : groups.entrySet()) sink(entry.getKey() + entry.getValue().size());",
                "if (names == null || box != other || !(names instanceof ArrayList)) { n++; }"));
    }

    @Test
    void localNamesAreFollowed() {
        assertThat(step("var list = names; sink(list.size());")).isEqualTo("nothing");
        assertThat(step("var list = names; list.add(text);")).isEqualTo("may change names; changes names");
        assertThat(step("var list = names; use(list);")).isEqualTo("may change names");
        assertThat(step("Box first = boxes.get(0); first.n++;")).isEqualTo("may change boxes; changes boxes");
        assertThat(step("boxes.forEach(Box::inc);")).isEqualTo("may change boxes; changes boxes");
        assertThat(step("var list = names; list = new ArrayList<>(list); list.add(text);"))
                .isEqualTo("may change names");
        assertThat(step("var list = n > 0 ? names : extra; list.add(text);"))
                .isEqualTo("may change extra, names; changes perhaps names, perhaps extra");
    }

    @Test
    void whatGoesElsewhereMayBeChanged() {
        for (String body : List.of(
                "use(names);",
                "extra = names;",
                "scratch = names;",
                "use(names.iterator());",
                "Object all = List.of(names); use(all);",
                "Supplier<Object> all = () -> names;",
                "var all = new Object[] {names};",
                "names.equals(extra = names);",
                "if (names instanceof ArrayList<String> list) { use(list); }")) {
            assertThat(step(body)).as(body).isEqualTo("may change names");
        }
        assertThat(step("boxes.forEach(b -> use(b));")).isEqualTo("may change boxes");
    }

    @Test
    void aVariableOfAPatternIsAnotherName() {
        assertThat(step("if (names instanceof ArrayList<String> list) { list.add(text); }"))
                .isEqualTo("may change names; changes names");
        assertThat(step("if (!(names instanceof ArrayList<String> list)) { return; } Collections.sort(list);"))
                .isEqualTo("may change names; changes names");
        assertThat(step("while (!(names instanceof ArrayList<String> list)) { n++; } list.clear();"))
                .isEqualTo("may change names; changes names");
        assertThat(step("if (box instanceof Box b && b.tags().add(text)) { n++; }"))
                .isEqualTo("may change box; changes box");
        assertThat(step("if (names instanceof ArrayList<String> list && list.isEmpty()) { n++; }"))
                .isEqualTo("nothing");
        assertThat(step("if (boxes.get(0) instanceof Box b) { b.n++; }")).isEqualTo("may change boxes; changes boxes");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aVariableOfASwitchOrARecordIsAnotherName() {
        assertThat(step("switch (names) { case ArrayList<String> list -> list.add(text); default -> n++; }"))
                .isEqualTo("may change names; changes names");
        assertThat(step("if (row instanceof Row(String id, List<Integer> values)) { values.add(1); }"))
                .isEqualTo("may change row");
        assertThat(step("switch (row) { case Row(var id, var values) -> values.clear(); }"))
                .isEqualTo("may change row");
        assertThat(step("switch (names) { case ArrayList<String> list -> sink(list.size()); default -> n++; }"))
                .isEqualTo("nothing");
    }

    /** Who hands a value on to what compares it with null, has handed it on. */
    @Test
    void aTestForNullHidesNoChange() {
        for (String body : List.of(
                "Objects.requireNonNullElse(names, extra).add(text);",
                "Objects.requireNonNullElseGet(names, ArrayList::new).add(text);",
                "Object all = Optional.ofNullable(names); use(all);",
                "unlessNull(names);")) {
            assertThat(step(body, "void unlessNull(List<String> list) { if (list != null) { use(list); } }"))
                    .as(body)
                    .startsWith("may change")
                    .contains("names");
        }
        assertThat(
                        step(
                                "sink(Objects.isNull(names)); sink(Objects.toString(names, text)); if (null == names) { n++; }"))
                .isEqualTo("nothing");
    }

    @Test
    void methodsOfTheUsersClassesDoWhatTheirBodiesSay() {
        for (String body : List.of(
                "box.inc();",
                "box.twice();",
                "sink(box.twice().n);",
                "sink(box.n());",
                "this.box.self(); box.inc();")) {
            assertThat(step(body)).as(body).isEqualTo("may change box; changes box");
        }
        assertThat(step("box.tag(text);")).isEqualTo("may change box; changes perhaps box");
        assertThat(step("sink(box.label() + box.size());")).isEqualTo("nothing");
        assertThat(step("sink(box.view());")).isEqualTo("may change box");
        assertThat(step("other.pass(box);")).isEqualTo("may change box; changes box by pass");
        assertThat(step("Box.raise(box);")).isEqualTo("may change box; changes box by raise");
        assertThat(step("for (Box b : boxes) { b.twice(); }")).isEqualTo("may change boxes; changes boxes");
    }

    @Test
    void aNewObjectThatHoldsAValueIsSeenThrough() {
        assertThat(step("List.of(names).forEach(list -> list.add(text));"))
                .isEqualTo("may change names; changes names");
        assertThat(step("Optional.of(box).ifPresent(b -> b.n++);")).isEqualTo("may change box; changes box");
        assertThat(step("for (var list : List.of(names, extra)) { list.add(text); }"))
                .isEqualTo("may change extra, names; changes perhaps names, perhaps extra");
        assertThat(step("for (var list : List.of(names, extra)) { sink(list.size()); }"))
                .isEqualTo("nothing");
        assertThat(step("extra = List.of(names).get(0); sink(extra);")).isEqualTo("may change names");
    }

    @Test
    void changesThatTheCodeShows() {
        for (String body : List.of(
                "names.add(text);",
                "names.removeIf(String::isEmpty);",
                "Collections.sort(names);",
                "List.of(text).forEach(names::add);",
                "Runnable later = () -> names.clear();",
                "names.subList(0, 1).clear();",
                "((List<String>) (names)).add(text);",
                "this.names.add(text);",
                "F.this.names.add(text);")) {
            assertThat(step(body)).as(body).isEqualTo("may change names; changes names");
        }
        assertThat(step("numbers[0] = 1;")).isEqualTo("may change numbers; changes numbers");
        assertThat(step("numbers[n++]++;")).isEqualTo("may change numbers; changes numbers");
        assertThat(step("Arrays.fill(numbers, 1);")).isEqualTo("may change numbers; changes numbers");
        assertThat(step("box.n += 1;")).isEqualTo("may change box; changes box");
        assertThat(step("box.setN(1);")).isEqualTo("may change box; changes box");
        assertThat(step("box.tags().add(text);")).isEqualTo("may change box; changes box");
        assertThat(step("groups.computeIfAbsent(text, key -> new ArrayList<>()).add(1);"))
                .isEqualTo("may change groups; changes groups");
        assertThat(step("for (var e : groups.entrySet()) e.getValue().add(1);"))
                .isEqualTo("may change groups; changes groups");
        assertThat(step("groups.forEach((key, value) -> value.clear());"))
                .isEqualTo("may change groups; changes groups");
    }

    @Test
    void theStepsOwnValueIsItsOwn() {
        assertThat(step("names = new ArrayList<>(); names.add(text); sink(names);"))
                .isEqualTo("nothing");
        assertThat(step("if (n > 0) names = new ArrayList<>(); names.add(text);"))
                .isEqualTo("may change names; changes names");
        assertThat(step("extra = names; names = new ArrayList<>(); extra.add(text);"))
                .isEqualTo("may change names");
    }

    @Test
    void helpers() {
        assertThat(step("addName();")).isEqualTo("may change names; changes names by addName");
        assertThat(step("names = new ArrayList<>(); addName();")).isEqualTo("nothing");
        assertThat(step("addTo(names);")).isEqualTo("may change names; changes names by addTo");
        assertThat(step("sink(names);")).isEqualTo("nothing");
        assertThat(step("sink(lengthOf(names) + firstOf(extra) + look(box));")).isEqualTo("nothing");
        assertThat(step("keep(names);")).isEqualTo("may change names");
        assertThat(step("around(names, 1);")).contains("may change names");
        assertThat(step("sortAll(names, extra);")).isEqualTo("may change names; changes names by sortAll");
        assertThat(step("outer(names);", "void outer(List<String> list) { addTo(list); }"))
                .isEqualTo("may change names; changes names by outer");
    }

    @Test
    void overloadsDoWhatOneOfThemDoes() {
        String overloads = "void put(List<String> list) { list.add(text); } void put(String one) { sink(one); }";
        assertThat(step("put(names);", overloads)).isEqualTo("may change names; changes perhaps names by put");
    }

    @Test
    void whatHidesTheNamesOfTheJdkIsNotTrusted() {
        String hidden =
                "static class Collections { static int max(Object list) { System.out.println(list); return 1; } } static class ArrayList<T> { ArrayList(Object all) {} }";
        assertThat(step("sink(Collections.max(names)); sink(new ArrayList<>(extra));", hidden))
                .isEqualTo("may change extra, names");
    }

    @Test
    void inputsAndItems() {
        assertThat(join("for (var input : inputs) input.names().add(text);")).isEqualTo("changes input names");
        assertThat(join("names = inputs.get(0).names(); names.add(text);")).isEqualTo("nothing");
        assertThat(join("var list = inputs.get(0).names(); list.add(text); extra = list;"))
                .isEqualTo("nothing");
        assertThat(join("for (var input : inputs) extra.addAll(input.names());"))
                .isEqualTo("may change extra; changes extra");
    }
}
