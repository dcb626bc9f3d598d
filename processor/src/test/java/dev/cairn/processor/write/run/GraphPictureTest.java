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
    void aFlowTooWideForALine() {
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
                          | describeThem -> writeTheDescription
                          | plotThem
                            * plotOneMeasurement (foreach measurements)
                            collectThePlots
                        collectTheReport -> end""");
    }

    @Test
    void aLongRowIsWrapped() {
        FlowBuilder flow = FlowBuilder.flow("Long");
        for (int i = 0; i < 20; i++) {
            flow.linear("step" + i, "step" + (i + 1));
        }
        flow.end("step20");

        assertThat(picture(flow)).isEqualTo("""
                        step0 -> step1 -> step2 -> step3 -> step4 -> step5 -> step6 -> step7 -> step8 -> step9 -> step10
                          -> step11 -> step12 -> step13 -> step14 -> step15 -> step16 -> step17 -> step18 -> step19
                          -> step20""");
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
