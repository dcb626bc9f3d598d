package dev.cairn.processor.read;

import static dev.cairn.processor.read.FlowReading.obstacle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Struct;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainClassesTest {
    @Test
    void fieldsThatThePackageReaches() {
        assertThat(shape("static class Box { int size; String name = \"box\"; }"))
                .isEqualTo("() size: size/size, name: name/name");
    }

    @Test
    void gettersAndSettersComeBeforeFields() {
        assertThat(shape("""
                        static class Box {
                            private int a;
                            private String b;
                            private boolean c;
                            boolean d;
                            int a() { return a; }
                            void setA(int a) { this.a = a; }
                            public String getB() { return b; }
                            public Box setB(String b) { this.b = b; return this; }
                            boolean isC() { return c; }
                            void setC(boolean c) { this.c = c; }
                            boolean isD() { return d; }
                        }
                        """)).isEqualTo("() a: a()/setA(), b: getB()/setB(), c: isC()/setC(), d: isD()/d");
    }

    @Test
    void theConstructorThatTakesMost() {
        assertThat(shape("""
                        static class Box {
                            private final int a;
                            final String b;
                            int c;
                            Box(int a) { this(a, "", 0); }
                            Box(String b, int a) { this(a, b, 0); }
                            Box(int a, String b, int c) { this.a = a; this.b = b; this.c = c; }
                            Box(int a, String b, int c, long other) { this(a, b, c); }
                            int a() { return a; }
                        }
                        """)).isEqualTo("(a, b, c) a: a(), b: b, c: c");
    }

    @Test
    void aConstructorAndSettersForTheRest() {
        assertThat(shape("""
                        static class Box {
                            final String name;
                            int size;
                            Box(String name) { this.name = name; }
                        }
                        """)).isEqualTo("(name) name: name, size: size/size");
    }

    @Test
    void theOrderOfTheConstructorIsItsOwn() {
        assertThat(
                        shape(
                                "static class Box { final int a; final long b; Box(long b, int a) { this.a = a; this.b = b; } }"))
                .isEqualTo("(b, a) a: a, b: b");
    }

    @Test
    void parametersMayBeWider() {
        assertThat(
                        shape(
                                "static class Box { final List<String> a; Box(Collection<String> a) { this.a = List.copyOf(a); } }"))
                .isEqualTo("(a) a: a");
    }

    @Test
    void superclassesComeFirst() {
        assertThat(shape("""
                        static class Base<T> { T value; transient int cache; static int count; }
                        static class Box extends Base<String> { int size; }
                        """)).isEqualTo("() value: value/value, size: size/size");
    }

    @Test
    void fieldsOfGenericSuperclassesHaveTheirArguments() {
        Struct struct = box("static class Base<T> { List<T> values; } static class Box extends Base<String> {}");

        assertThat(struct.fields()).extracting(field -> field.type().toString()).containsExactly("List<String>");
    }

    @Test
    void gettersThatThrowOrReturnAnotherTypeDoNotCount() {
        assertThat(shape("""
                        static class Box {
                            int a;
                            String b;
                            int a() throws Exception { return a; }
                            Optional<String> getB() { return Optional.of(b); }
                        }
                        """)).isEqualTo("() a: a/a, b: b/b");
    }

    @Test
    void classesOfOtherPackagesArePublicInAllThatIsUsed() {
        Struct struct = FlowReading.definition("other.Box x;", """
                package other;
                public class Box {
                    private int size;
                    public int getSize() { return size; }
                    public void setSize(int size) { this.size = size; }
                    int size() { return size; }
                }
                """);

        assertThat(shape(struct)).isEqualTo("() size: getSize()/setSize()");
    }

    @Test
    void fieldsThatNothingReads() {
        assertThat(obstacle("Box x; static class Box { private int secret; }")).isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has a field `secret` that package `com.acme` cannot read
                        add a getter `secret()` or `getSecret()`, make the class a record, make the field `transient`, or name a codec with `@Codec`""");
    }

    @Test
    void fieldsThatNothingSets() {
        assertThat(
                        obstacle(
                                "Box x; static class Box { private List<String> names; int size; List<String> names() { return names; } }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has a field `names` that neither a constructor nor package `com.acme` can set
                        add the constructor `Box(List<String> names, int size)` or a setter `setNames(List<String>)`, make the class a record, or name a codec with `@Codec`""");
    }

    @Test
    void constructorsWithOtherNames() {
        assertThat(obstacle("Box x; static class Box { final int size; Box(int s) { size = s; } }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has no constructor that package `com.acme` can call and whose parameters are named like its fields
                        add the constructor `Box(int size)`, or a no-argument one with setters, make the class a record, or name a codec with `@Codec`""");
    }

    @Test
    void fieldsThatHideOthers() {
        assertThat(obstacle("Box x; static class Base { int size; } static class Box extends Base { int size; }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has a field `size` that hides one of its superclass
                        rename one of the two, or name a codec with `@Codec`""");
    }

    private static String shape(String classes) {
        return shape(box(classes));
    }

    private static Struct box(String classes) {
        return FlowReading.definition("Box x; " + classes);
    }

    private static String shape(Struct struct) {
        return "(" + String.join(", ", struct.constructor()) + ") "
                + struct.fields().stream().map(PlainClassesTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Field field) {
        String read = field.read().name() + (field.read().isMethod() ? "()" : "");
        return field.name() + ": " + read
                + field.write()
                        .map(member -> "/" + member.name() + (member.isMethod() ? "()" : ""))
                        .orElse("");
    }
}
