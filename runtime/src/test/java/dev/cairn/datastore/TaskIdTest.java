package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"start", "train/3", "refine#2", "score/3#1/0", "t/2147483647", "größe", "_a$1"})
    void isReadAsItIsWritten(String text) {
        assertThat(TaskId.parse(text)).hasToString(text);
    }

    @Test
    void theFormerSpellingIsRead() {
        assertThat(TaskId.parse("score[3]#1[0]")).isEqualTo(TaskId.parse("score/3#1/0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/1",
                "[1]",
                "a/",
                "a[",
                "a/-1",
                "a/01",
                "a/2147483648",
                "a/9999999999",
                "a b",
                "1a",
                "a/b",
                "a/1b",
                "a[1]b",
                "a//1"
            })
    void nothingElseIsATask(String text) {
        assertThatThrownBy(() -> TaskId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`" + text + "` is not a task id, which looks like train/3");
    }

    @Test
    void isCountedFromZero() {
        assertThatThrownBy(() -> new TaskId.Index(-1))
                .hasMessage("the position of a task must be at least 0, but is -1");
        assertThatThrownBy(() -> new TaskId.Iteration(-7))
                .hasMessage("the position of a task must be at least 0, but is -7");
    }

    @Test
    void theOrderAgreesWithEquality() {
        TaskId index = TaskId.parse("a/1");
        TaskId iteration = TaskId.parse("a#1");

        assertThat(index).isNotEqualTo(iteration);
        assertThat(index.compareTo(iteration)).isNegative();
        assertThat(iteration.compareTo(index)).isPositive();
    }

    @Test
    void theOrderIsByStepThenByNumbersOuterFirst() {
        List<TaskId> ordered = List.of("a", "a/2", "a/2/0", "a/10", "aa", "b/0").stream()
                .map(TaskId::parse)
                .toList();

        assertThat(ordered.stream().sorted().toList()).isEqualTo(ordered);
    }
}
