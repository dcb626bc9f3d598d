package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dump} of values that only their class can read. */
class DumpOpaqueTest {
    @TempDir
    private Path directory;

    private Console console;

    static final class Model {
        private final int penguins;

        Model(int penguins) {
            this.penguins = penguins;
        }

        @Override
        public String toString() {
            return penguins + " penguins";
        }
    }

    static final class Flow {
        @Nullable
        Model model;

        @Nullable
        Object other;
    }

    private static TestFlow<Flow> flow(boolean declaresModel) {
        TestFlow.Builder<Flow> builder = TestFlow.of("Birds", Flow.class, Flow::new);
        if (declaresModel) {
            builder = builder.artifact(
                    "model",
                    "Model",
                    Codecs.<Model>opaque(Model.class),
                    flow -> flow.model,
                    (flow, value) -> flow.model = value);
        } else {
            builder = builder.artifact(
                    "model", "Object", Codecs.any(), flow -> flow.other, (flow, value) -> flow.other = value);
        }
        return builder.step(
                        end("start").access(Access.nothing().mustAssign("model")),
                        (flow, task) -> flow.model = new Model(7))
                .build();
    }

    @BeforeEach
    void run() {
        console = new Console(new FakeClock()).in(directory);
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            TestRun.of(flow(true)).datastore(datastore).run();
        }
    }

    @Test
    void saysWhatTheValueSaysWhereTheFlowIs() {
        assertThat(console.type(flow(true), "dump", "latest/start/model")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).endsWith("  model: Model = <" + Model.class.getName() + ", 20 bytes: 7 penguins>\n");

        console.type(flow(true), "dump", "latest/start/model", "--json");
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "artifacts", "model", "value", "@text"))
                .isEqualTo("7 penguins");
    }

    @Test
    void runsNothingWhereItIsNot() {
        String unread = "  model: Model = <" + Model.class.getName() + ", 20 bytes, only readable with class "
                + Model.class.getName() + ">\n";
        console.type(List.of(), "dump", "Birds/latest/start/model");
        assertThat(console.out()).endsWith(unread);

        console.type(flow(false), "dump", "latest/start/model");
        assertThat(console.out()).endsWith(unread);
    }
}
