package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
                "Object all = List.of(names);",
                "Supplier<Object> all = () -> names;",
                "var all = new Object[] {names};",
                "names.equals(extra = names);",
                "if (names instanceof ArrayList<String> list) { use(list); }")) {
            assertThat(step(body)).as(body).isEqualTo("may change names");
        }
        assertThat(step("box.inc();")).isEqualTo("may change box");
        assertThat(step("boxes.forEach(Box::inc);")).isEqualTo("may change boxes");
        assertThat(step("boxes.forEach(b -> use(b));")).isEqualTo("may change boxes");
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
                "static class Collections { static int max(Object list) { return 1; } } static class ArrayList<T> { ArrayList(Object all) {} }";
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
