package dev.cairn.processor.write;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is generated of a secret parameter: what gives it to a run, and nothing that reads it back. */
class SecretParameterTest {
    private static final String FLOW = """
            @Flow
            class Sample {
                /** A token. */
                @SuppressWarnings("cairn") @Parameter(secret = true, required = true, help = "a token") String token = "hunter2";
                @Parameter String region = "";
                int count;
                @Step(next = {"a", "b"}) void start() { count = token.length(); }
                @Step(next = "join") void a() {}
                @Step(next = "join") void b() {}
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                @Step void end() {}
            }
            """;

    private static Map<String, String> generated(Compilation compilation) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject source : compilation.generatedSourceFiles()) {
            sources.put(
                    source.getName().replaceAll(".*/", ""),
                    source.getCharContent(true).toString());
        }
        return sources;
    }

    @Test
    void hasASetterAndNoAccessor() throws IOException {
        Map<String, String> sources = generated(compiler().compile(file(FLOW)));

        assertThat(sources.get("SampleRunner.java"))
                .contains("Builder token(String token)")
                .contains("Sets the required parameter {@link Sample#token}: a token.")
                .contains(".mandatory().confidential()");
        assertThat(sources.get("SampleArtifacts.java"))
                .contains("REGION(\"region\")", "String region()", "Builder<V> region(String region)")
                .doesNotContainIgnoringCase("token");
        assertThat(sources.get("SampleRun.java")).doesNotContainIgnoringCase("token");
    }

    @Test
    void noGeneratedFileHasItsDefault() throws IOException {
        Compilation compilation = compiler().compile(file(FLOW));

        assertThat(generated(compilation)).hasSize(5);
        for (JavaFileObject generated : compilation.generatedFiles()) {
            boolean isFlow = generated.getName().endsWith("/Sample.class");
            String bytes = new String(generated.openInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("hunter2")).as(generated.getName()).isEqualTo(isFlow);
        }
    }
}
