package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final SQLException BROKEN = new SQLException("broken", "08006");

    private final List<Long> pauses = new ArrayList<>();
    private long now;
    private int attempts;
    private final Retry retry = new Retry(Duration.ofSeconds(20), () -> now, nanos -> {
        pauses.add(nanos);
        now += nanos;
    });

    private String failing(int times, SQLException failure) throws SQLException {
        return retry.run(() -> {
            if (attempts++ < times) {
                throw failure;
            }
            return "done";
        });
    }

    @Test
    void whatSucceedsIsNotRepeated() throws SQLException {
        assertThat(failing(0, BROKEN)).isEqualTo("done");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void pausesDoubleUpToTwoSecondsAndArePartlyRandom() throws SQLException {
        assertThat(failing(8, BROKEN)).isEqualTo("done");
        long[] most = {50, 100, 200, 400, 800, 1600, 2000, 2000};
        for (int i = 0; i < most.length; i++) {
            assertThat(pauses.get(i)).isBetween(most[i] * 500_000, most[i] * 1_000_000);
        }
    }

    @Test
    void itIsGivenUpInTime() {
        assertThatThrownBy(() -> failing(1000, BROKEN)).isSameAs(BROKEN);
        assertThat(Duration.ofNanos(now)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }

    @Test
    void whatWillNotPassIsNotRepeated() {
        SQLException syntax = new SQLException("syntax", "42601");
        assertThatThrownBy(() -> failing(1, syntax)).isSameAs(syntax);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void whoIsInterruptedDoesNotWait() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> failing(1, BROKEN)).isSameAs(BROKEN);
            assertThat(attempts).isEqualTo(1);
        } finally {
            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        }
    }
}
