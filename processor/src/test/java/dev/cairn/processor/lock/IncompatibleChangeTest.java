package dev.cairn.processor.lock;

import static dev.cairn.processor.lock.Locked.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link IncompatibleChange}: {@code [cairn:incompatible-change]}. Line 3 is the first of the members. */
class IncompatibleChangeTest {
    private static final String ACCEPT =
            " To accept that older runs cannot be read here, build once with `-Acairn.lock.write=all`.";

    @TempDir
    private Path directory;

    private Locked locked;

    @BeforeEach
    void inDirectory() {
        locked = Locked.in(directory);
    }

    private String change(String before, String after) {
        return locked.having(sample(before)).says(sample(after)).replace(ACCEPT, " ACCEPT");
    }

    @Test
    void aFieldThatHasAnotherType() {
        assertThat(locked.having(sample("record Row(long n) {}\nList<Row> rows;\n"))
                        .says(sample("record Row(int n) {}\nList<Row> rows;\n")))
                .isEqualTo("""
                        3:16 error [cairn:incompatible-change] field `Sample.Row.n` was stored as `long` and is `int` now
                            path:  rows: List<Sample.Row>
                            fix:   keep `long`, and store the other value under another name. To accept that older runs cannot be read here, build once with `-Acairn.lock.write=all`.""");
    }

    @Test
    void anArtifactThatHasAnotherType() {
        assertThat(change("int n;\nMap<String, List<Integer>> m;\n", "short n;\nMap<String, List<String>> m;\n"))
                .isEqualTo("""
                        3:7 error [cairn:incompatible-change] artifact `n` was stored as `int` and is `short` now
                            fix:   keep `int`, and store the other value under another name. ACCEPT
                        4:27 error [cairn:incompatible-change] artifact `m` was stored as `Map<String, List<Integer>>` and is `Map<String, List<String>>` now
                            why:   `Integer` cannot be read as `String`
                            fix:   keep `Map<String, List<Integer>>`, and store the other value under another name. ACCEPT""");
    }

    @Test
    void aNewPrimitive() {
        assertThat(change("record Row(long n) {}\nRow row;\n", "record Row(long n, double max) {}\nRow row;\n"))
                .isEqualTo("""
                        3:27 error [cairn:incompatible-change] field `Sample.Row.max` is new, but older runs did not store it, and a missing `double` has no default
                            path:  row: Sample.Row
                            fix:   write `@Default("..")` on it. ACCEPT""");
    }

    @Test
    void aFieldThatMayBeRenamed() {
        assertThat(change("record Row(double mean) {}\nRow row;\n", "record Row(double meanDelay) {}\nRow row;\n"))
                .isEqualTo("""
                        3:19 error [cairn:incompatible-change] field `Sample.Row.meanDelay` is new, but older runs stored `mean`, which no field reads now
                            path:  row: Sample.Row
                            fix:   if it was renamed, write `@FormerNames("mean")` on it; if it is new, `@Default("..")`. ACCEPT""");
        assertThat(change("record Row(String a, String b) {}\nRow row;\n", "record Row(String c) {}\nRow row;\n"))
                .contains("older runs stored `a` and `b`, which no field reads now")
                .contains("write `@FormerNames(\"a\")` or `@FormerNames(\"b\")` on it; if it is new, `@Default`.");
    }

    @Test
    void twoNamesThatMayBeOneField() {
        assertThat(change(
                        "record Row(int x, int b) {}\nRow row;\n",
                        "record Row(@FormerNames(\"x\") int b) {}\nRow row;\n"))
                .isEqualTo("""
                        3:1 error [cairn:incompatible-change] older runs stored `x` and `b` of `Sample.Row`, and `@FormerNames` does not say what is now `b`
                            path:  row: Sample.Row
                            fix:   remove the former names that meant something else. ACCEPT""");
    }

    @Test
    void aBoxThatMayBeNull() {
        assertThat(change("record Row(Integer n) {}\nRow row;\n", "record Row(int n) {}\nRow row;\n"))
                .isEqualTo("""
                        3:16 error [cairn:incompatible-change] field `Sample.Row.n` was stored as `Integer` and is `int` now, which cannot be `null`
                            path:  row: Sample.Row
                            fix:   keep `Integer`. ACCEPT""");
    }

    @Test
    void aCollectionThatMayBeAList() {
        assertThat(change("Collection<String> all;\n", "Set<String> all;\n")).isEqualTo("""
                        3:13 error [cairn:incompatible-change] artifact `all` was stored as `Collection<String>` and is `Set<String>` now, which cannot be a list
                            fix:   keep `Collection<String>`. ACCEPT""");
        assertThat(change("Collection<String> all;\n", "List<String> all;\n"))
                .contains("is `List<String>` now, which cannot be a set");
    }

    @Test
    void aConstantThatIsGone() {
        assertThat(change("enum Color { RED, GREEN }\nColor color;\n", "enum Color { GREEN }\nColor color;\n"))
                .isEqualTo("""
                        3:1 error [cairn:incompatible-change] constant `RED` of `Sample.Color` is gone, but older runs may have stored it
                            path:  color: Sample.Color
                            fix:   keep it or, if it was renamed, write `@FormerNames("RED")` on the constant that it is now. ACCEPT""");
    }

    @Test
    void aSubtypeThatIsGone() {
        String before =
                "sealed interface S permits A, B {}\nrecord A(int n) implements S {}\nrecord B() implements S {}\nS s;\n";
        String after = "sealed interface S permits B {}\nrecord A(int n) {}\nrecord B() implements S {}\nS s;\n";
        assertThat(change(before, after)).isEqualTo("""
                        3:8 error [cairn:incompatible-change] `Sample.A` is no longer a subtype of `Sample.S`, but older runs may have stored it
                            path:  s: Sample.S
                            fix:   keep it or, if it was renamed, write `@FormerNames("com.acme.Sample$A")` on the class that it is now. ACCEPT""");
    }

    @Test
    void aClassThatIsRenamed() {
        assertThat(change("record Row(int n) {}\nRow row;\n", "record Line(int n) {}\nLine row;\n"))
                .isEqualTo("""
                        4:6 error [cairn:incompatible-change] artifact `row` was stored as `com.acme.Sample$Row` and is `com.acme.Sample$Line` now
                            fix:   if the class was renamed, write `@FormerNames("com.acme.Sample$Row")` on `Sample.Line`. ACCEPT""");
    }

    @Test
    void aClassThatIsAnEnum() {
        assertThat(change("record Row(int n) {}\nRow row;\n", "enum Row { A }\nRow row;\n"))
                .isEqualTo("""
                        3:1 error [cairn:incompatible-change] `Sample.Row` was stored as a record or class and is an enum now
                            path:  row: Sample.Row
                            fix:   give the new type another name. ACCEPT""");
    }

    @Test
    void whatToldElementsOfASetApart() {
        assertThat(change(
                        "record Row(int n, String name) {}\nSet<Row> rows;\n",
                        "record Row(int n) {}\nSet<Row> rows;\n"))
                .isEqualTo("""
                        3:1 error [cairn:incompatible-change] field `name` of `Sample.Row` is gone, but elements of a set, or keys of a map, may differ in nothing else
                            path:  rows: Set<Sample.Row>
                            fix:   keep the field. ACCEPT""");
        assertThat(change(
                        "enum Color { GRAY, GREY }\nMap<Color, String> names;\n",
                        "enum Color { @FormerNames(\"GREY\") GRAY }\nMap<Color, String> names;\n"))
                .contains(
                        "`GRAY` and `GREY` of `Sample.Color` became one, but a set, or the keys of a map, may have both");
    }

    @Test
    void whatAnObjectMayHold() {
        assertThat(change("record Row(int n) {}\nObject any;\nRow row;\n", "Object any;\n"))
                .isEqualTo("""
                        3:8 error [cairn:incompatible-change] artifact `any` may have been stored with a `Sample.Row`, which its `Object` may no longer hold
                            fix:   name it in `@Flow(types = ...)` or, if it was renamed, write `@FormerNames("com.acme.Sample$Row")` on the class that it is now. ACCEPT""");
    }

    @Test
    void constantsOfASetThatIsNoLongerOne() {
        assertThat(change(
                        "enum Color { RED }\nSet<Color> colors;\n",
                        "enum Color { RED }\nSet<Object> colors;\nColor color;\n"))
                .contains(
                        "artifact `colors` may have been stored as an `EnumSet` or `EnumMap`, whose type is `Object` now");
    }

    @Test
    void whatOpaqueNoLongerAllows() {
        String type = "static class Lid implements java.io.Serializable { Object o; }\n";
        assertThat(change(
                        type + "@Opaque(allow = {Lid.class, ArrayList.class}) Lid lid;\n",
                        type + "@Opaque(allow = Lid.class) Lid lid;\n"))
                .contains("artifact `lid` may have been stored with a `ArrayList`, which `@Opaque` no longer allows")
                .contains(
                        "keep it in `@Opaque`: `ArrayList.class` in `allow`, or `\"java.util.ArrayList\"` in `allowNames`.");
        assertThat(change(
                        type + "@Opaque(allow = Lid.class, allowNames = \"java.util.CollSer\") Lid lid;\n",
                        type + "@Opaque(allow = Lid.class) Lid lid;\n"))
                .contains("artifact `lid` may have been stored with a `CollSer`, which `@Opaque` no longer allows")
                .contains("or `\"java.util.CollSer\"` in `allowNames`.");
        assertThat(change(
                        "static class Lid { int n; }\n@Opaque(allow = Lid.class) Lid lid;\n",
                        "static class Lid { int n; }\nLid lid;\n"))
                .startsWith(
                        "3:8 error [cairn:incompatible-change] `Sample.Lid` was stored as a type with `@Opaque` and is a record or class now");
    }

    @Test
    void aFormerNameThatWasTakenBack() {
        assertThat(change(
                        "record Row(@FormerNames(\"x\") int n) {}\nRow row;\n@FormerNames(\"m\") int k;\n",
                        "record Row(int n) {}\nRow row;\nint k;\n"))
                .isEqualTo("""
                        5:5 error [cairn:incompatible-change] artifact `k` no longer has the former name `m`, under which older runs stored it
                            fix:   put `"m"` back into its `@FormerNames`. ACCEPT
                        3:16 error [cairn:incompatible-change] field `Sample.Row.n` no longer has the former name `x`, under which older runs stored it
                            path:  row: Sample.Row
                            fix:   put `"x"` back into its `@FormerNames`. ACCEPT""");
    }

    @Test
    void aDefaultThatWasTakenBack() {
        assertThat(change("record Row(@Default(\"3\") int n) {}\nRow row;\n", "record Row(int n) {}\nRow row;\n"))
                .isEqualTo("""
                        3:16 error [cairn:incompatible-change] field `Sample.Row.n` no longer has `@Default`, but the oldest runs may not have stored it
                            path:  row: Sample.Row
                            fix:   put `@Default` back. ACCEPT""");
    }

    /** Once recorded, what is gone is still known: older runs have it. */
    @Test
    void aFieldThatMayBeOneOfLongAgo() {
        locked.having(sample("record Row(int n, double mean) {}\nRow row;\nString s;\n"));
        assertThat(locked.says("compatible", sample("record Row(int n) {}\nRow row;\n")))
                .isEmpty();
        assertThat(locked.says(sample("record Row(int n) {}\nRow row;\n"))).isEmpty();
        assertThat(locked.says(sample("record Row(int n, double max) {}\nRow row;\n")))
                .contains("field `Sample.Row.max` is new, but older runs stored `mean`, which no field reads now");
        assertThat(locked.says(sample("record Row(int n, @Default String mean) {}\nRow row;\n")))
                .contains("field `Sample.Row.mean` was stored as `double` and is `String` now");
        assertThat(locked.says(sample("record Row(int n) {}\nRow row;\nint s;\n")))
                .contains("artifact `s` was stored as `String` and is `int` now");
    }

    @Test
    void saysThatItDoesNotKnowAnInitialValue() {
        String before = "static class Row { int n; }\nRow row;\n";
        assertThat(change(before, "static class Row { int n; int m = Integer.parseInt(\"3\"); }\nRow row;\n"))
                .contains("""
                        3:31 warning [cairn:incompatible-change] field `Sample.Row.m` is new, and Cairn cannot see whether its initial value is 0
                            path:  row: Sample.Row
                            fix:   write `@Default` on it if older runs have the initial value, otherwise `@Default("..")`.""");
        assertThat(change(before, "static class Row { int n; int m; Row() { m = 3; } }\nRow row;\n"))
                .contains("cannot see whether its initial value is 0");
        assertThat(change(before, "static class Row { int n; boolean b; { b = true; } }\nRow row;\n"))
                .contains("cannot see whether its initial value is false");
        assertThat(change(before, "static class Row { int n; int m; Row() { super(); } }\nRow row;\n"))
                .contains(
                        "error [cairn:incompatible-change] field `Sample.Row.m` is new, but older runs did not store it");
        assertThat(change(before, "static class Row { int n; int m = 0; }\nRow row;\n"))
                .contains("a missing `int` has no default");
    }

    @Test
    void aTypeThatHoldsItself() {
        String node = "record Node(%s n, List<Node> next) {}\nSet<Node> nodes;\n";
        assertThat(change(node.formatted("long"), node.formatted("int")))
                .startsWith(
                        "3:17 error [cairn:incompatible-change] field `Sample.Node.n` was stored as `long` and is `int` now")
                .doesNotContain("\n3:");
        assertThat(change(node.formatted("int"), node.formatted("long"))).doesNotContain("[cairn:incompatible-change]");
    }

    /** The compiler says that the constant does not exist; that nothing reads `n` now would mislead. */
    @Test
    void notSaidOfNamesThatDoNotExist() {
        assertThat(change("record Row(int n) {}\nRow row;\n", "record Row(@FormerNames(Names.N) int m) {}\nRow row;\n"))
                .contains("3:25 error cannot find symbol")
                .doesNotContain("[cairn:");
    }

    @Test
    void acceptsWhatOlderRunsCanBeReadAs() {
        for (List<String> change : List.of(
                List.of("record Row(int n) {}\n", "record Row(long n, @Default(\"1\") int m, String s) {}\n"),
                List.of("record Row(int n) {}\n", "record Row(@FormerNames(\"n\") int m) {}\n"),
                List.of("record Row(int n, String s) {}\n", "record Row(String s) {}\n"),
                List.of("static class Row { int n; }\n", "static class Row { int n; int m = -3; char c = ('x'); }\n"),
                List.of("record Row(ArrayList<String> s) {}\n", "record Row(Collection<String> s) {}\n"),
                List.of("enum Row { A }\n", "enum Row { B, A }\n"))) {
            assertThat(change(change.get(0) + "Row row;\n", change.get(1) + "Row row;\n"))
                    .as(change.get(1))
                    .contains("[cairn:unrecorded-change]")
                    .doesNotContain("[cairn:incompatible-change]");
        }
        assertThat(change("int n;\nint m;\n", "int k;\nint n;\n")).doesNotContain("[cairn:incompatible-change]");
    }

    @Test
    void saysTheSameUnderEclipse() {
        locked.having(sample("enum Color { RED, GREEN }\nColor color;\nrecord Row(long n) {}\nRow row;\n"));
        List<Message> messages =
                locked.saysUnderEclipse(sample("enum Color { GREEN }\nColor color;\nrecord Row(int n) {}\nRow row;\n"));
        assertThat(messages).extracting(Message::line).containsExactly(12L, 9L); // a record shows no place there
        assertThat(messages)
                .extracting(Message::text)
                .containsExactly(
                        "[cairn:incompatible-change] field `Sample.Row.n` was stored as `long` and is `int` now\n"
                                + "  path:  row: Sample.Row\n"
                                + "  fix:   keep `long`, and store the other value under another name." + ACCEPT,
                        "[cairn:incompatible-change] constant `RED` of `Sample.Color` is gone, but older runs may have stored it\n"
                                + "  path:  color: Sample.Color\n"
                                + "  fix:   keep it or, if it was renamed, write `@FormerNames(\"RED\")` on the constant that it is now."
                                + ACCEPT);
    }
}
