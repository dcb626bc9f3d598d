package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.RunRequest;
import dev.cairn.engine.TaskFact.FannedOut;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRunnerOnDiskTest extends TaskRunnerTest {
    @Override
    Datastore open(Path empty) {
        return Datastore.of("file:" + empty.resolve("store"));
    }

    @Test
    void loadsWhatOthersCommittedByIdsAlone(@TempDir Path directory) {
        List<String> seen = new ArrayList<>();
        FlowDefinition<Numbers> flow = Numbers.flow("Far")
                .step(foreach("start", "join", "words", Items.iterable(Codecs.STRING), "work"), (each, task) -> {
                    each.words = Set.of("ant");
                    each.value = 7;
                })
                .step(linear("work", "join"), (each, task) -> each.text = task.<String>item("words") + " " + each.value)
                .step(
                        end("join").join(),
                        (each, task) -> seen.add((String) task.inputs().get(0).value("text")))
                .build();
        String url = "file:" + directory;
        RunId run;
        try (Datastore here = Datastore.of(url)) {
            RunRequest<?> request = start(flow, here);
            run = request.run();
            assertThat(runOnce(flow, here, unit(request, "start", 0)).fact().ending())
                    .isEqualTo(new FannedOut(1));
        }
        try (Datastore there = Datastore.of(url)) {
            RunRequest<?> request = RunRequest.of(flow, there, run);
            assertThat(runOnce(flow, there, unit(request, "work/0", 0, "start")).stored())
                    .isTrue();
            assertThat(runOnce(flow, there, unit(request, "join", 0, "start")).stored())
                    .isTrue();
        }
        assertThat(seen).containsExactly("ant 7");
    }
}
