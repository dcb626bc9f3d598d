package dev.cairn.processor.write.run;

import static dev.cairn.processor.write.FlowBuilder.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.write.FlowBuilder;
import dev.cairn.processor.write.Flows;
import dev.cairn.processor.write.context.StepOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture of a graph: one line where it fits, else a line for each run of steps. */
class GraphPictureTest {
    @Test
    void aRowOfSteps() {
        FlowBuilder flow = FlowBuilder.flow("Row")
                .linear("start", "middle")
                .linear("middle", "end")
                .end("end");

        assertThat(picture(flow)).isEqualTo("start -> middle -> end");
    }

    @Test
    void aForeachInABranch() {
        FlowBuilder flow = FlowBuilder.flow("Nested")
                .artifact("items", "int[]")
                .split("start", List.of("a", "b"))
                .foreach("a", "items", "work")
                .linear("work", "more")
                .linear("more", "collect")
                .linear("collect", "join", inputs(""))
                .linear("b", "join")
                .end("join", inputs(""));

        assertThat(picture(flow)).isEqualTo("start -> (a -> foreach items (work -> more) -> collect | b) -> join");
    }

    @Test
    void aFlowOfManyStepsIsGivenStepByStep() {
        FlowBuilder flow = FlowBuilder.flow("Wide")
                .artifact("measurements", "int[]")
                .linear("start", "readTheMeasurements")
                .split("readTheMeasurements", List.of("describeThem", "plotThem"))
                .linear("describeThem", "writeTheDescription")
                .linear("writeTheDescription", "collectTheReport")
                .foreach("plotThem", "measurements", "plotOneMeasurement")
                .linear("plotOneMeasurement", "collectThePlots")
                .linear("collectThePlots", "collectTheReport", inputs(""))
                .linear("collectTheReport", "end", inputs(""))
                .end("end");

        assertThat(picture(flow)).isEqualTo("""
                        start -> readTheMeasurements
                        readTheMeasurements -> (describeThem | plotThem)
                        describeThem -> writeTheDescription
                        writeTheDescription -> collectTheReport
                        plotThem -> foreach measurements (plotOneMeasurement)
                        plotOneMeasurement -> collectThePlots
                        collectThePlots -> collectTheReport
                        collectTheReport -> end
                        end""");
    }

    @Test
    void aFlowWithASwitchIsGivenStepByStep() {
        assertThat(picture(Flows.alternatives())).isEqualTo("""
                        start -> (decide | other)
                        decide -> quick | thorough
                        quick -> join
                        thorough -> join
                        other -> join
                        join""");
    }

    private static String picture(FlowBuilder flow) {
        return GraphPicture.of(StepOrder.of(flow.model(), flow.data().graph()));
    }
}
