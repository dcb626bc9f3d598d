package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a network does to calls, in numbers: of 1,000 seeds, so many show this history, and no others. */
class UnreliableBlobServiceTest {
    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    private static Map<String, Integer> histories(LongFunction<String> history) {
        Map<String, Integer> histories = new TreeMap<>();
        LongStream.range(0, 1000).forEach(seed -> histories.merge(history.apply(seed), 1, Integer::sum));
        return histories;
    }

    /** What one client sees that puts, and then others; and what is there in the end. */
    private static Map<String, Integer> histories(Faults faults, Consumer<Client> client) {
        return histories(seed -> {
            MemoryBlobService below = new MemoryBlobService();
            Client one = new Client(new UnreliableBlobService(below, faults, seed), new StringBuilder());
            client.accept(one);
            one.service().settle();
            return one.seen()
                    .append("| ")
                    .append(text(below.get("a").orElse(null)))
                    .toString();
        });
    }

    private static String text(byte @Nullable [] content) {
        return content == null ? "-" : String.valueOf(content[0]);
    }

    private record Client(UnreliableBlobService service, StringBuilder seen) {
        void call(Supplier<Object> call) {
            try {
                seen.append(call.get()).append(' ');
            } catch (UnknownAnswerException e) {
                seen.append("? ");
            }
        }

        void put(byte[] content) {
            call(() -> {
                service.put("a", content);
                return "put";
            });
        }

        void putIfAbsent(byte[] content) {
            call(() -> service.putIfAbsent("a", content));
        }

        void delete() {
            call(() -> {
                service.delete("a");
                return "deleted";
            });
        }

        void get() {
            call(() -> text(service.get("a").orElse(null)));
        }
    }

    @Test
    void withoutFaultsOneClientSeesWhatItDid() {
        assertThat(histories(Faults.NONE, client -> {
                    client.put(ONE);
                    client.get();
                    client.putIfAbsent(TWO);
                    client.delete();
                    client.get();
                    client.putIfAbsent(TWO);
                }))
                .isEqualTo(Map.of("put 1 false deleted - true | 2", 1000));
    }

    @Test
    void aLostRequestNeverHappens() {
        assertThat(histories(new Faults(100, 0, 0, 0), client -> client.put(ONE)))
                .isEqualTo(Map.of("? | -", 1000));
    }

    @Test
    void aLostAnswerIsNoneThoughItHappens() {
        assertThat(histories(new Faults(0, 100, 0, 0), client -> client.put(ONE)))
                .isEqualTo(Map.of("? | 1", 1000));
    }

    @Test
    void aRepeatedPutCanUndoADelete() {
        assertThat(histories(new Faults(0, 0, 100, 0), client -> {
                    client.put(ONE);
                    client.delete();
                }))
                .isEqualTo(Map.of("put deleted | -", 835, "put deleted | 1", 165));
    }

    @Test
    void aRepeatedPutIfAbsentCanBeToldThatAnotherWasFaster() {
        assertThat(histories(new Faults(0, 0, 100, 0), client -> client.putIfAbsent(ONE)))
                .isEqualTo(Map.of("true | 1", 750, "false | 1", 250));
    }

    @Test
    void whoStopsWaitingMayBeOvertakenByHisOwnCall() {
        assertThat(histories(new Faults(0, 0, 0, 100), client -> {
                    client.put(ONE);
                    client.put(TWO);
                }))
                .isEqualTo(Map.of(
                        "put put | 2", 66,
                        "put ? | 2", 175,
                        "? put | 1", 87,
                        "? put | 2", 98,
                        "? ? | 1", 149,
                        "? ? | 2", 425));
    }

    @Test
    void ofTwoClientsOneIsFaster() {
        assertThat(histories(seed -> {
                    UnreliableBlobService service =
                            new UnreliableBlobService(new MemoryBlobService(), Faults.NONE, seed);
                    CompletableFuture<Boolean> first = service.send("1", below -> below.putIfAbsent("a", ONE));
                    CompletableFuture<Boolean> second = service.send("2", below -> below.putIfAbsent("a", TWO));
                    service.settle();
                    return first.join() + " " + second.join() + " "
                            + text(service.get("a").orElse(null));
                }))
                .isEqualTo(Map.of("true false 1", 500, "false true 2", 500));
    }

    @Test
    void theRequestOfAClientThatCrashedStaysOnItsWay() {
        MemoryBlobService below = new MemoryBlobService();
        UnreliableBlobService service = new UnreliableBlobService(below, Faults.NONE, 1);
        CompletableFuture<Boolean> forgotten = service.send("put a", inner -> {
            inner.put("a", ONE);
            return true;
        });
        assertThat(below.get("a")).isEmpty();

        assertThat(service.step()).isTrue();
        assertThat(below.get("a")).hasValue(ONE);
        assertThat(forgotten).isNotDone();
        assertThat(service.step()).isTrue();
        assertThat(forgotten).isCompletedWithValue(true);
        assertThat(service.step()).isFalse();
    }

    @Test
    void theSameSeedIsTheSameHistory() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(history(seed)).as("seed %s", seed).isEqualTo(history(seed));
        }
        assertThat(LongStream.range(0, 200)
                        .mapToObj(UnreliableBlobServiceTest::history)
                        .distinct()
                        .count())
                .isGreaterThan(190);
    }

    /** Three clients that call at random, and what each sees. */
    private static List<String> history(long seed) {
        MemoryBlobService below = new MemoryBlobService();
        UnreliableBlobService service = new UnreliableBlobService(below, Faults.MANY, seed);
        Random random = new Random(seed);
        List<String> history = new ArrayList<>();
        for (int call = 0; call < 60; call++) {
            String name = "client " + call % 3 + " call " + call;
            byte[] content = {(byte) call};
            String key = String.valueOf(random.nextInt(3));
            CompletableFuture<?> answer = switch (random.nextInt(4)) {
                case 0 -> service.send(name, inner -> inner.putIfAbsent(key, content));
                case 1 -> service.send(name, inner -> text(inner.get(key).orElse(null)));
                case 2 -> service.send(name, inner -> inner.list("", "", 10));
                default ->
                    service.send(name, inner -> {
                        inner.delete(key);
                        return "deleted";
                    });
            };
            answer.whenComplete((result, failure) -> history.add(name + ": " + result + failure));
            service.step();
        }
        service.settle();
        return history;
    }

    @Test
    void everyCallIsAnsweredOrGivenUpOnce() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(history(seed)).as("seed %s", seed).hasSize(60);
        }
    }

    @Test
    void whatTheServiceThrowsIsAnAnswer() {
        UnreliableBlobService service = new UnreliableBlobService(new MemoryBlobService(), Faults.NONE, 1);
        CompletableFuture<Object> answer = service.send("fail", inner -> {
            throw new IllegalStateException("no room");
        });
        service.settle();

        assertThatThrownBy(answer::join).hasRootCauseMessage("no room");
    }

    @Test
    void noAnswerIsToldWithTheCall() {
        UnreliableBlobService service = new UnreliableBlobService(new MemoryBlobService(), new Faults(100, 0, 0, 0), 1);

        assertThatThrownBy(() -> service.putIfAbsent("blobs/1", ONE))
                .isInstanceOf(UnknownAnswerException.class)
                .hasMessage("no answer came to putIfAbsent blobs/1: it may have taken effect, or may still do so");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 101"})
    void faultsAreGivenInPercent(int lostRequests, int timeouts) {
        assertThatThrownBy(() -> new Faults(lostRequests, 0, 0, timeouts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a fault rate must be a percentage from 0 to 100, but is "
                        + (lostRequests < 0 ? lostRequests : timeouts));
    }
}
