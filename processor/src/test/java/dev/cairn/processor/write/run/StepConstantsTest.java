package dev.cairn.processor.write.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.write.Compilation;
import dev.cairn.processor.write.FlowBuilder;
import dev.cairn.processor.write.MethodSizes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepConstantsTest {
    @Test
    void anEnumWhileItsInitialiserIsShort() {
        FlowBuilder flow = chain(350);

        assertThat(flow.write("Run"))
                .contains("    public enum Step {\n        /** {@link Chain#step0}. */\n        STEP0(\"step0\"),\n");
        assertThat(MethodSizes.of(Compilation.of(flow)).get("ChainRun$Step.<clinit>"))
                .isBetween(350 * 16, 8000);
    }

    @Test
    void aClassWithInheritedConstantsAbove() {
        String run = chain(351).write("Run");

        assertThat(run).contains("""
                            public static final class Step implements Steps0To99,
                                    Steps100To199,
                                    Steps200To299,
                                    Steps300To350 {
                                private final String step;
                        """).contains("""
                            private interface Steps300To350 {
                                /** {@link Chain#step300}. */
                                Step STEP300 = new Step("step300");
                        """);
    }

    /** The interfaces are private, their constants are not: from another package, as in a run's {@code ran(Step.STEP7)}. */
    @Test
    void constantsAreUsedAlikeFromOtherPackages() throws ReflectiveOperationException {
        String user = """
                package com.other;

                public class User {
                    public static String use() {
                        return com.acme.ChainRun.Step.STEP7 + " " + com.acme.ChainRun.Step.STEP350;
                    }

                    boolean ask(com.acme.ChainRun run) {
                        return run.ran(com.acme.ChainRun.Step.STEP350);
                    }
                }
                """;
        for (int steps : new int[] {351, 700}) {
            Compilation compilation = Compilation.of(chain(steps), Compilation.source("com.other.User", user));

            assertThat(compilation.messages()).isEmpty();
            assertThat(new Classes(compilation.classes())
                            .loadClass("com.other.User")
                            .getMethod("use")
                            .invoke(null))
                    .isEqualTo("step7 step350");
        }
    }

    private static FlowBuilder chain(int steps) {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Chain").isPublic().artifact("price", "int");
        for (int i = 0; i < steps - 1; i++) {
            flow.linear("step" + i, "step" + (i + 1));
        }
        return flow.end("step" + (steps - 1));
    }

    private static final class Classes extends ClassLoader {
        private final Map<String, byte[]> files;

        Classes(Map<String, byte[]> files) {
            super(StepConstantsTest.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
