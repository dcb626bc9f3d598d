package dev.cairn.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.write.source.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Generated code, to the last character, for flows of four shapes. The texts are in the test resources, where they can
 * be read; with {@code -Dgolden.renew=true} the tests renew them.
 */
class GeneratedTextTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/cairn/processor/write");

    @Test
    void modelSelection() throws IOException {
        assertTexts(withoutCodecs(Flows.modelSelection()));
    }

    @Test
    void aStaticSplitOfAPublicFlow() throws IOException {
        assertTexts(withoutCodecs(Flows.twoBranches()));
    }

    @Test
    void aBranchThatEndsInOneOfTwoSteps() throws IOException {
        assertTexts(withoutCodecs(Flows.alternatives()));
    }

    @Test
    void loopsInLoops() throws IOException {
        assertTexts(withoutCodecs(Flows.loops()));
    }

    @Test
    void whatIsGeneratedForAFlowThatBreaksRules() throws IOException {
        GeneratedFile file = new FlowWriter("0.1.0-SNAPSHOT", type -> false)
                .writeArtifacts(FlowBuilder.flow("com.acme.Broken")
                        .artifact("left", "int")
                        .artifact("task", "int")
                        .linear("start", "join")
                        .linear("other", "join")
                        .linear("name", "nowhere")
                        .linear("join", "lonely", FlowBuilder.inputs("BrokenArtifacts.JoinInputs"))
                        .linear("lonely", "lost", FlowBuilder.inputs("BrokenArtifacts.LonelyInputs"))
                        .linear("lost", "start", FlowBuilder.inputs("BrokenArtifacts.LostInputs"))
                        .linear("Lost", "Lost", FlowBuilder.inputs("BrokenArtifacts.LostInputs"))
                        .model());

        assertTexts(List.of(file));
    }

    @Test
    void theSameModelsGiveTheSameTextWhateverTheOrderOfTheirMaps() {
        FlowBuilder flow = Flows.modelSelection();
        Map<String, BodyModel> forwards = new TreeMap<>(flow.bodies());
        Map<String, BodyModel> backwards = new LinkedHashMap<>(new TreeMap<>(flow.bodies()).descendingMap());
        FlowWriter writer = new FlowWriter("0.1.0-SNAPSHOT", type -> false);

        assertThat(writer.write(flow.data(forwards))).isEqualTo(writer.write(flow.data(backwards)));
    }

    private static List<GeneratedFile> withoutCodecs(FlowBuilder flow) {
        return flow.write().stream()
                .filter(file -> !file.name().simpleName().endsWith("Codecs"))
                .toList();
    }

    private static void assertTexts(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            Path text = TEXTS.resolve(file.name().simpleName() + ".java");
            if (Boolean.getBoolean("golden.renew")) {
                Files.createDirectories(TEXTS);
                Files.writeString(text, file.text());
            }
            assertThat(file.text()).isEqualTo(Files.readString(text));
        }
    }
}
