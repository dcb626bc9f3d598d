package dev.cairn.processor.read;

import static dev.cairn.processor.read.FlowReading.obstacle;
import static dev.cairn.processor.read.FlowReading.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.StoredType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnstorableTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thread                              | is a thread, which lives in one process only | start it in the step that needs it, and keep it in a `transient` field
            java.util.concurrent.ForkJoinPool   | runs tasks of one process only | create it in the step that needs it, and keep it in a `transient` field
            """)
    void namesTheReasonAndTheWayOut(String type, String reason, String fix) {
        String simpleName = type.substring(type.lastIndexOf('.') + 1);
        assertThat(obstacle(type + " x;")).isEqualTo("x: %1$s%n`%1$s` %2$s%n%3$s", simpleName, reason, fix);
    }

    @Test
    void leadsToTheMember() {
        assertThat(obstacle("List<Box> x;", "package com.acme; record Box(int id, Thread worker) {}"))
                .isEqualTo("x -> Box.worker: Thread%n"
                        + "`Thread` is a thread, which lives in one process only%n"
                        + "start it in the step that needs it, and keep it in a `transient` field", new Object[0]);
    }

    @Test
    void reportsEachMemberOnce() {
        StoredType stored = stored("Map<String, Box> x;", "package com.acme; class Box { Box next; Thread a; List<Thread> b; }");

        assertThat(((StoredType.Unstorable) stored).obstacles())
                .extracting(StoredType.Obstacle::path)
                .isEqualTo(List.of("x -> Box.a: Thread", "x -> Box.b: List<Thread>"));
    }
}
