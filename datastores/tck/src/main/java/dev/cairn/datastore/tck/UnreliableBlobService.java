package dev.cairn.datastore.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A service behind a network that delays, repeats and loses what is sent, as a seed says: the same seed and the same calls are the
 * same history. No time passes and no thread waits: what is on its way moves one step when {@link #step} is called, and which
 * message moves is drawn among all of them.
 *
 * <p>A test of several clients {@linkplain #send sends} the calls of each, and steps; one that is tired of waiting, or has crashed,
 * forgets its future, while its requests stay on their way. A client that knows only {@link BlobService} can call this as one: it
 * waits by stepping, so that the messages of all others move meanwhile.
 *
 * <p>For one thread.
 */
public final class UnreliableBlobService implements BlobService {
    private final BlobService service;
    private final Faults faults;
    private final Random random;
    private final List<Runnable> onTheirWay = new ArrayList<>();

    /** Puts a network in front of {@code service}. */
    public UnreliableBlobService(BlobService service, Faults faults, long seed) {
        this.service = service;
        this.faults = faults;
        this.random = new Random(seed);
    }

    /**
     * Sends a call.
     *
     * @param name what it is, for the message where no answer comes
     * @param call what the service does when the call reaches it: perhaps later than that, perhaps twice, perhaps never
     * @return the first answer that comes; or an {@link UnknownAnswerException}, when the caller stops waiting
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

    /** Moves one message: a request reaches the service, an answer its caller, or a caller stops waiting; false if none is on its way. */
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

    /** Moves all messages, until none is on its way. */
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
