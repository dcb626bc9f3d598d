package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.DatastoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FuturesTest {
    @Test
    void whatAStoreSaysIsPassedOnAsItIs() {
        DatastoreException no = new DatastoreException("no");
        IllegalStateException other = new IllegalStateException("no");

        assertThat(Futures.join(CompletableFuture.completedFuture(7))).isEqualTo(7);
        assertThatThrownBy(() -> Futures.join(CompletableFuture.failedFuture(no)))
                .isSameAs(no);
        assertThatThrownBy(() -> Futures.join(CompletableFuture.failedFuture(other)))
                .isInstanceOf(CompletionException.class)
                .hasCause(other);
    }

    @Test
    void resultsComeInOrder() {
        assertThat(Futures.joinAll(List.of(CompletableFuture.completedFuture(2), CompletableFuture.completedFuture(1))))
                .containsExactly(2, 1);
    }
}
