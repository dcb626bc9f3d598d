package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A row that is not what was written names its attempt, as far as that can be read. */
class AttemptRowTest {
    private static final RunId RUN = new RunId("20261130T000000000-damaged0");
    private static final TaskId TASK = TaskId.parse("work/3#1");

    private final AttemptRow row = new AttemptRow(RUN, "work", PositionKey.encode(TASK.position()), 2);

    @Test
    void whatIsReadIsGiven() {
        assertThat(row.read(() -> "value")).isEqualTo("value");
        assertThat(row.task()).isEqualTo(TASK);
    }

    @Test
    void damageIsSaidOfTheAttempt() {
        assertThatThrownBy(() -> row.read(() -> {
                    AttemptRow.requireOwnKey(true);
                    AttemptRow.requireOwnKey(false);
                    return "value";
                }))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("the record of attempt 2 of task work/3#1 of run " + RUN
                        + " is damaged: its key is not the one that it was written with");
        assertThatThrownBy(() -> row.read(() -> {
                    throw new ArrayIndexOutOfBoundsException();
                }))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("the record of attempt 2 of task work/3#1 of run " + RUN
                        + " is damaged: it is not what was written");
    }

    @Test
    void aPositionThatCannotBeReadIsLeftOut() {
        AttemptRow unreadable = new AttemptRow(RUN, "work", new byte[] {99}, 0);

        assertThatThrownBy(() -> unreadable.read(unreadable::task))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage("the record of attempt 0 of task of step work of run " + RUN
                        + " is damaged: it is not what was written");
    }

    /** A failure of the database is no damage. */
    @Test
    void whatElseIsThrownIsPassedOn() {
        SQLException failure = new SQLException("the disk is gone");

        assertThatThrownBy(() -> row.read(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
