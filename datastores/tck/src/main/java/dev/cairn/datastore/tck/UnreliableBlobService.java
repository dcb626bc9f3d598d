package dev.cairn.datastore.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A blob service behind a simulated network that delays, repeats and loses messages at random. The same seed and the same calls give
 * the same history. No time passes and no thread waits: each call of {@link #step} delivers one message, chosen at random.
 *
 * <p>A test with several clients {@linkplain #send sends} the calls of each client, then calls {@link #step}. To simulate a client
 * that stops waiting or crashes, drop its future: its requests are still delivered. Code that uses a {@link BlobService} can also
 * call this object directly. Each such call steps until its answer arrives, so messages of other clients are delivered meanwhile.
 *
 * <p>Not thread-safe.
 */
public final class UnreliableBlobService implements BlobService {
    private final BlobService service;
    private final Faults faults;
    private final Random random;
    private final List<Runnable> onTheirWay = new ArrayList<>();

    /**
     * Puts a simulated network in front of {@code service}.
     *
     * @param service what the requests that arrive are made to
     * @param faults how often messages are lost, repeated or late
     * @param seed decides which messages fail, and in which order they arrive
     */
    public UnreliableBlobService(BlobService service, Faults faults, long seed) {
        this.service = service;
        this.faults = faults;
        this.random = new Random(seed);
    }

    /**
     * Sends a call.
     *
     * @param <T> what the call returns
     * @param name describes the call, for the message of an {@link UnknownAnswerException}
     * @param call executed when the call reaches the service: later, perhaps twice, perhaps never
     * @return completes with the first answer, or with an {@link UnknownAnswerException} when the caller stops waiting
     */
    public <T> CompletableFuture<T> send(String name, Function<BlobService, T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean lost = draw(faults.lostRequests());
        boolean repeated = draw(faults.repeats());
        boolean silent = draw(faults.lostAnswers());
        if (!lost) {
            request(call, answer, silent);
        }
        if (repeated && !lost) {
            request(call, answer, silent);
        }
        if (draw(faults.timeouts()) || lost || silent) {
            onTheirWay.add(() -> answer.completeExceptionally(new UnknownAnswerException(name)));
        }
        return answer;
    }

    private <T> void request(Function<BlobService, T> call, CompletableFuture<T> answer, boolean silent) {
        onTheirWay.add(() -> {
            Runnable telling = answered(call, answer);
            if (!silent) {
                onTheirWay.add(telling);
            }
        });
    }

    private <T> Runnable answered(Function<BlobService, T> call, CompletableFuture<T> answer) {
        try {
            T result = call.apply(service);
            return () -> answer.complete(result);
        } catch (RuntimeException e) {
            return () -> answer.completeExceptionally(e);
        }
    }

    private boolean draw(int percent) {
        return random.nextInt(100) < percent;
    }

    /**
     * Delivers one message: a request reaches the service, an answer reaches its caller, or a caller stops waiting.
     *
     * @return false if there was no message to deliver
     */
    public boolean step() {
        if (onTheirWay.isEmpty()) {
            return false;
        }
        int last = onTheirWay.size() - 1;
        int drawn = random.nextInt(onTheirWay.size());
        Runnable message = onTheirWay.get(drawn);
        onTheirWay.set(drawn, onTheirWay.get(last));
        onTheirWay.remove(last);
        message.run();
        return true;
    }

    /** Delivers messages until none is left. */
    public void settle() {
        while (step()) {
            // until there is none
        }
    }

    private <T> T call(String name, Function<BlobService, T> call) {
        CompletableFuture<T> answer = send(name, call);
        while (!answer.isDone()) {
            step();
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void put(String key, byte[] content) {
        byte[] sent = content.clone();
        call("put " + key, below -> {
            below.put(key, sent);
            return true;
        });
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        byte[] sent = content.clone();
        return call("putIfAbsent " + key, below -> below.putIfAbsent(key, sent));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return call("get " + key, below -> below.get(key));
    }

    @Override
    public Optional<byte[]> get(String key, long from, int length) {
        return call("get " + key, below -> below.get(key, from, length));
    }

    @Override
    public List<String> list(String prefix, String after, int limit) {
        return call("list " + prefix, below -> below.list(prefix, after, limit));
    }

    @Override
    public void delete(String key) {
        call("delete " + key, below -> {
            below.delete(key);
            return true;
        });
    }
}
