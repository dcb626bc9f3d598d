package dev.cairn.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomStorageTest {
    private static final String CUSTOM_CODEC =
            "package dev.cairn.codec; public abstract class CustomCodec<T> { protected CustomCodec() {} }";

    @Test
    void aCodecOnTheArtifact() {
        assertThat(
                        stored(
                                "@Codec(ThreadCodec.class) Thread x; static class ThreadCodec extends dev.cairn.codec.CustomCodec<Thread> {}"))
                .isInstanceOfSatisfying(StoredType.Custom.class, custom -> {
                    assertThat(custom.codec()).isEqualTo(new ClassRef("com.acme", List.of("Sample", "ThreadCodec")));
                    assertThat(custom.type()).hasToString("Thread");
                });
    }

    @Test
    void aCodecOnAPrimitive() {
        assertThat(stored(
                                "@Codec(PercentCodec.class) int x; static class PercentCodec extends dev.cairn.codec.CustomCodec<Integer> {}")
                        .type())
                .hasToString("Integer");
    }

    @Test
    void aCodecOnARecordComponent() {
        Struct struct = FlowReading.definition(
                "Box x; record Box(@Codec(ThreadCodec.class) Thread worker) {}"
                        + " static class ThreadCodec extends dev.cairn.codec.CustomCodec<Thread> {}",
                CUSTOM_CODEC);

        assertThat(struct.fields().get(0).stored()).isInstanceOf(StoredType.Custom.class);
    }

    @Test
    void aCodecOnTheTypeIsOverruledByTheField() {
        String types = """
                @Codec(ShapeCodec.class) interface Shape {}
                static class ShapeCodec extends dev.cairn.codec.CustomCodec<Shape> {}
                static class OtherCodec extends dev.cairn.codec.CustomCodec<Shape> {}
                """;

        assertThat(annotation("Shape x;" + types))
                .hasToString("Custom[codec=%s, type=Sample.Shape]", ref("ShapeCodec"));
        assertThat(stored("@Codec(OtherCodec.class) Shape x;" + types))
                .hasToString("Custom[codec=%s, type=Sample.Shape]", ref("OtherCodec"));
    }

    @Test
    void codecsInheritTheTypeOfTheirValues() {
        assertThat(stored("""
                        @Codec(NamesCodec.class) List<String> x;
                        static abstract class Base<T> extends dev.cairn.codec.CustomCodec<List<T>> {}
                        static class NamesCodec extends Base<String> {}
                        """)).isInstanceOf(StoredType.Custom.class);
    }

    @Test
    void codecsOfOtherTypes() {
        assertThat(
                        obstacle(
                                "@Codec(NameCodec.class) List<String> x; static class NameCodec extends dev.cairn.codec.CustomCodec<String> {}"))
                .isEqualTo("""
                        x: List<String>
                        `List<String>` names the codec `Sample.NameCodec`, which is neither a `dev.cairn.codec.ConverterCodec<List<String>, ..>` nor a `dev.cairn.codec.CustomCodec<List<String>>`
                        let it extend one of them""");
    }

    @Test
    void codecsThatNobodyCanCreate() {
        assertThat(obstacle("""
                        @Codec(NameCodec.class) String x;
                        static class NameCodec extends dev.cairn.codec.CustomCodec<String> { NameCodec(int size) {} }
                        """)).isEqualTo("""
                        x: String
                        `String` names the codec `Sample.NameCodec`, which package `com.acme` cannot create
                        make it a static class with a no-argument constructor, both at least package-private""");
    }

    @Test
    void missingCodecsAreLeftToTheCompiler() {
        assertThat(stored("@Codec(Missing.class) Thread x;")).isInstanceOf(StoredType.Unresolved.class);
    }

    @Test
    void opaqueFields() {
        assertThat(stored("@Opaque(allow = {Random.class, StringBuilder.class}) Map<String, ?> x;"))
                .isInstanceOfSatisfying(StoredType.Opaque.class, opaque -> {
                    assertThat(opaque.allowed())
                            .containsExactly(
                                    ClassRef.of("java.util", "Random"), ClassRef.of("java.lang", "StringBuilder"));
                    assertThat(opaque.type()).hasToString("Map<String, Object>");
                });
    }

    @Test
    void opaqueTypes() {
        assertThat(annotation("""
                                Shape x;
                                @Opaque(allow = Circle.class) interface Shape {}
                                static class Circle implements Shape {}
                                """)).isInstanceOf(StoredType.Opaque.class);
    }

    private static final String LIBRARY = """
            package com.lib;
            public class Words {
                static class Form {}
                private static class Own { static class Inner {} }
                public static class Pub {}
            }
            """;

    @Test
    void opaqueNames() {
        StoredType stored = FlowReading.stored("""
                @Opaque(
                        allow = Random.class,
                        allowNames = {
                            "com.lib.Words$Form",
                            "com.lib.Words$Own$Inner",
                            "com.lib.Words$1",
                            "com.lib.Words$1Local",
                            "java.util.concurrent.ConcurrentHashMap$Segment",
                            "java.util.Random"
                        })
                com.lib.Words x;
                """, LIBRARY);
        assertThat(stored)
                .isInstanceOfSatisfying(
                        StoredType.Opaque.class,
                        opaque -> assertThat(opaque.binaryNames())
                                .containsExactly(
                                        "java.util.Random",
                                        "com.lib.Words$Form",
                                        "com.lib.Words$Own$Inner",
                                        "com.lib.Words$1",
                                        "com.lib.Words$1Local",
                                        "java.util.concurrent.ConcurrentHashMap$Segment"));
    }

    @Test
    void opaqueNamesThatNoClassHas() {
        assertThat(opaqueName("com.lib.Words.Form")).isEqualTo("""
                x: Words
                `Words` allows `com.lib.Words.Form` by name, but there is no such class on the class path
                write `com.lib.Words$Form` in `allowNames`""");
        assertThat(opaqueName("com.lib.Words$Forms")).isEqualTo("""
                x: Words
                `Words` allows `com.lib.Words$Forms` by name, but there is no such class on the class path
                write `com.lib.Words$Form` or `com.lib.Words$Own` or `com.lib.Words$Pub` in `allowNames`""");
        for (String unknown : List.of("com.lib.Word$Form", "com.lib.Word$1", "com.lib.Word", "Words$Form")) {
            assertThat(opaqueName(unknown)).isEqualTo("""
                    x: Words
                    `Words` allows `%s` by name, but there is no such class on the class path
                    write its binary name, such as `com.acme.Outer$Inner`, or add the library that contains it\
                    """.formatted(unknown));
        }
    }

    @Test
    void opaqueNamesThatAreNoNames() {
        for (String malformed :
                List.of("", "[Lcom.lib.Words$Form;", "com.lib.Words[]", "com..Words", "com/lib/Words")) {
            assertThat(opaqueName(malformed)).isEqualTo("""
                    x: Words
                    `Words` allows `%s` by name, which is not the binary name of a class
                    write a name such as `com.acme.Outer$Inner` in `allowNames`; arrays of an allowed class are allowed too\
                    """.formatted(malformed));
        }
    }

    private static String opaqueName(String name) {
        return FlowReading.obstacle("@Opaque(allow = {}, allowNames = \"" + name + "\") com.lib.Words x;", LIBRARY);
    }

    @Test
    void annotatedTypesMayHaveHadOtherNames() {
        StoredDefinition.Annotated shape = FlowReading.definition("""
                List<Shape> y;
                Shape x;
                @FormerNames("com.acme.Form") @Codec(ShapeCodec.class) interface Shape {}
                static class ShapeCodec extends dev.cairn.codec.CustomCodec<Shape> {}
                """, CUSTOM_CODEC);

        assertThat(shape.formerNames()).containsExactly("com.acme.Form");
    }

    @Test
    void typesOutOfReach() {
        assertThat(obstacle("@Opaque(allow = Secret.class) Object x; private static class Secret {}"))
                .isEqualTo("""
                        x: Object
                        `Sample.Secret` is private, so generated code cannot use it
                        make it package-private, or name a codec with `@Codec(SecretCodec.class)`""");
        assertThat(obstacle("""
                                @Codec(SecretCodec.class) List<Secret> x;
                                private static class Secret {}
                                static class SecretCodec extends dev.cairn.codec.CustomCodec<List<Secret>> {}
                                """)).isEqualTo("""
                        x: List<Sample.Secret>
                        `Sample.Secret` is private, so generated code cannot use it
                        make it package-private, or name a codec with `@Codec(SecretCodec.class)`""");
    }

    private static StoredType annotation(String members) {
        StoredDefinition.Annotated definition = FlowReading.definition(members, CUSTOM_CODEC);
        return definition.stored();
    }

    private static ClassRef ref(String name) {
        return new ClassRef("com.acme", List.of("Sample", name));
    }

    private static StoredType stored(String members) {
        return FlowReading.stored(members, CUSTOM_CODEC);
    }

    private static String obstacle(String members) {
        return FlowReading.obstacle(members, CUSTOM_CODEC);
    }
}
