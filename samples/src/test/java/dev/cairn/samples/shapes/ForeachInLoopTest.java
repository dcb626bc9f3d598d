package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Task;
import org.junit.jupiter.api.Test;

class ForeachInLoopTest extends OnEachStore {
    @Test
    void eachIterationFansOutOverItsOwnElements() {
        ForeachInLoopRun run =
                ForeachInLoopRunner.builder().datastore(datastore).run();

        assertThat(run.end().rounds())
                .containsExactly("0: [Grace, Barbara, Edsger]", "1: [Barbara, Edsger]", "2: [Barbara]");
        assertThat(run.end().players()).containsExactly("Barbara");
    }

    @Test
    void theAccessorGivesTheElementsOfTheLastIterationAndAnotherAllOfThem() {
        ForeachInLoopRun run =
                ForeachInLoopRunner.builder().datastore(datastore).run();

        assertThat(run.play()).extracting(play -> play.task().id()).containsExactly("play#2/0");
        assertThat(run.playIterations())
                .extracting(play -> play.task().id() + " " + play.winner())
                .containsExactly(
                        "play#0/0 Grace",
                        "play#0/1 Barbara",
                        "play#0/2 Edsger",
                        "play#1/0 Barbara",
                        "play#1/1 Edsger",
                        "play#2/0 Barbara");
        assertThat(run.draw().matches()).hasSize(1);
        assertThat(run.drawIterations())
                .extracting(draw -> draw.matches().size())
                .containsExactly(3, 2, 1);
        assertThat(run.gather().task().parents()).extracting(Task::id).containsExactly("play#2/0");
    }
}
