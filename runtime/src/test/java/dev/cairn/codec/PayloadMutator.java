package dev.cairn.codec;

import dev.cairn.codec.PayloadMap.Kind;
import dev.cairn.codec.PayloadMap.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes payloads, most of the time where their structure is. */
final class PayloadMutator {
    private static final long[] HOSTILE = {
        0,
        1,
        2,
        3,
        127,
        128,
        255,
        16_384,
        65_536,
        1 << 20,
        Integer.MAX_VALUE - 8L,
        Integer.MAX_VALUE,
        1L << 31,
        (1L << 32) - 1,
        (1L << 32) - 2
    };
    private static final int LARGEST = 4096;

    /** Where so many bytes are in one part, what they are is known to a class only, and any of them may be a length. */
    private static final int OPAQUE = 20;

    private final Random random;

    PayloadMutator(Random random) {
        this.random = random;
    }

    /** A payload of which one or a few parts are others. {@code donor} is another payload, with its own parts. */
    byte[] mutated(byte[] payload, List<Span> spans, byte[] donor, List<Span> donorSpans) {
        byte[] changed = once(payload, spans, donor, donorSpans);
        for (int more = random.nextInt(6); more >= 4; more--) {
            changed = anywhere(changed);
        }
        return changed.length > LARGEST ? Arrays.copyOf(changed, LARGEST) : changed;
    }

    private byte[] once(byte[] payload, List<Span> spans, byte[] donor, List<Span> donorSpans) {
        if (payload.length > OPAQUE * spans.size()) {
            return random.nextBoolean() ? anywhere(payload) : anywhere(anywhere(payload));
        }
        Span span = any(spans);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> replaced(payload, any(spans, Kind.COUNT), varint(count(payload)));
            case 3, 4 -> replaced(payload, any(spans, Kind.CHOICE), varint(random.nextInt(60)));
            case 5 -> replaced(payload, span, new byte[0]);
            case 6 -> repeated(payload, span);
            case 7 -> swapped(payload, span, any(spans));
            case 8, 9 -> donorSpans.isEmpty() ? payload : replaced(payload, span, bytes(donor, any(donorSpans)));
            case 10 -> replaced(payload, span, bytes(payload, any(spans)));
            default -> anywhere(payload);
        };
    }

    /** Bytes that are random, or few different ones. */
    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        int bound = 1 << random.nextInt(9);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (bytes[i] & 0xFF & bound - 1);
        }
        return bytes;
    }

    private byte[] anywhere(byte[] payload) {
        if (payload.length == 0) {
            return random(1 + random.nextInt(20));
        }
        int at = random.nextInt(payload.length);
        byte[] changed = payload.clone();
        switch (random.nextInt(6)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt();
            case 2 -> changed = Arrays.copyOf(payload, at);
            case 3 -> changed = Arrays.copyOf(payload, payload.length + 1 + random.nextInt(9));
            case 4 -> changed = replaced(payload, new Span(Kind.PART, at, at), random(1 + random.nextInt(4)));
            default -> changed = replaced(payload, new Span(Kind.PART, at, at), varint(count(payload)));
        }
        return changed;
    }

    private long count(byte[] payload) {
        return random.nextInt(3) == 0 ? random.nextInt(payload.length + 2) : HOSTILE[random.nextInt(HOSTILE.length)];
    }

    /** Also in more bytes than it takes. */
    private byte[] varint(long value) {
        byte[] bytes = new byte[5];
        int size = 0;
        long left = value;
        do {
            bytes[size++] = (byte) (left & 0x7F | 0x80);
            left >>>= 7;
        } while (left != 0);
        while (size < 5 && random.nextInt(12) == 0) {
            bytes[size++] = (byte) 0x80;
        }
        bytes[size - 1] &= 0x7F;
        return Arrays.copyOf(bytes, size);
    }

    private Span any(List<Span> spans) {
        return spans.get(random.nextInt(spans.size()));
    }

    /** One of that kind, if there is any. */
    private Span any(List<Span> spans, Kind kind) {
        int start = random.nextInt(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get((start + i) % spans.size());
            if (span.kind() == kind) {
                return span;
            }
        }
        return spans.get(start);
    }

    private static byte[] bytes(byte[] payload, Span span) {
        return Arrays.copyOfRange(payload, span.start(), span.end());
    }

    private static byte[] replaced(byte[] payload, Span span, byte[] bytes) {
        byte[] changed = Arrays.copyOf(payload, payload.length - (span.end() - span.start()) + bytes.length);
        System.arraycopy(bytes, 0, changed, span.start(), bytes.length);
        System.arraycopy(payload, span.end(), changed, span.start() + bytes.length, payload.length - span.end());
        return changed;
    }

    private byte[] repeated(byte[] payload, Span span) {
        byte[] once = bytes(payload, span);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int most = random.nextInt(20) == 0 ? LARGEST : 3 * once.length;
        do {
            bytes.writeBytes(once);
        } while (once.length > 0 && bytes.size() < most);
        return replaced(payload, span, bytes.toByteArray());
    }

    private static byte[] swapped(byte[] payload, Span one, Span other) {
        List<Span> both = new ArrayList<>(List.of(one, other));
        both.sort((a, b) -> Integer.compare(a.start(), b.start()));
        if (both.get(0).end() > both.get(1).start()) {
            return replaced(payload, both.get(0), bytes(payload, both.get(1)));
        }
        byte[] later = replaced(payload, both.get(1), bytes(payload, both.get(0)));
        return replaced(later, both.get(0), bytes(payload, both.get(1)));
    }
}
