package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** What users can call of generated code has complete javadoc: a build that insists on it for their packages compiles flows too. */
class DocumentedCodeTest {
    /** Of the flow itself, which has no comments, the compiler has something to say; of what is generated, nothing. */
    private static void assertDocumented(String source) {
        Compilation compilation = compiler("-Xdoclint:all/protected").compile(file(source));

        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.diagnostics().stream().map(Message::of).map(Message::file))
                .containsOnly("Sample.java");
    }

    @Test
    void aFlowOfEveryShape() {
        assertDocumented("""
                @Flow
                public class Sample {
                    @Parameter(help = "how many") public int many = 2;
                    public final int fixed = 1;
                    public List<String> items;
                    public boolean again;
                    @Step(next = {"list", "choose"}) public void start() { items = List.of("a"); again = false; }
                    @Step(next = "each", foreach = "items") public void list() {}
                    @Step(next = "gather") public void each(@Item String item) {}
                    @Step(switchOn = "again", cases = {@Case(value = "true", next = "list"), @Case(value = "false", next = "ready")})
                    public void gather(SampleArtifacts.GatherInputs inputs) { inputs.mergeInto(this); }
                    @Step(next = "pair") public void ready() {}
                    @Step(switchOn = "again", cases = {@Case(value = "true", next = "one"), @Case(value = "false", next = "other")})
                    public void choose() {}
                    @Step(next = "pair") public void one() {}
                    @Step(next = "pair") public void other() {}
                    @Step(next = {"left", "right"}) public void pair(SampleArtifacts.PairInputs inputs) { inputs.mergeInto(this); }
                    @Step(next = "end") public void left() {}
                    @Step(next = "end") public void right() {}
                    @Step public void end(SampleArtifacts.EndInputs inputs) {}
                }
                """);
    }

    @Test
    void aNestedFlowWithARequiredParameter() {
        assertDocumented("""
                public class Sample {
                    @Flow
                    public static class Inner {
                        @Parameter(required = true) public String name;
                        @Step(next = "end") public void start() {}
                        @Step public void end() {}
                    }
                }
                """);
    }
}
