package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofBlobs;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.CorruptBlobException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.function.BiFunction;

/** Mutants that read blobs wrongly. */
final class StreamMutants {
    private StreamMutants() {}

    static final List<Mutant> ALL = List.of(
            ofBlobs("ends a stream early", "aBlobOfAnySizeIsReadBackAsItWas", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public InputStream open(Address address) {
                    byte[] bytes = read(address);
                    return new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, 65_536));
                }
            }),
            ofBlobs(
                    "forgets where in the array to read to",
                    "contentMayComeAndGoInPiecesOfAnySize",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public InputStream open(Address address) {
                            return new FilterInputStream(super.open(address)) {
                                @Override
                                public int read(byte[] bytes, int offset, int length) throws IOException {
                                    return super.read(bytes, 0, length);
                                }
                            };
                        }
                    }),
            ofBlobs("skips nothing but says so", "aStreamCanSkip", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public InputStream open(Address address) {
                    return new FilterInputStream(super.open(address)) {
                        @Override
                        public long skip(long count) throws IOException {
                            return Math.min(count, super.available());
                        }
                    };
                }
            }),
            unverified("does not verify", "aDamagedBlobIsNotRead", (store, blobs) -> new ForwardingBlobs(blobs) {
                @Override
                public byte[] read(Address address) {
                    return store.unverified(address);
                }
            }),
            unverified(
                    "verifies the first read only",
                    "aDamagedBlobIsNotRead",
                    (store, blobs) -> new ForwardingBlobs(blobs) {
                        private boolean failed;

                        @Override
                        public byte[] read(Address address) {
                            if (failed) {
                                return store.unverified(address);
                            }
                            failed = true;
                            return super.read(address);
                        }
                    }),
            unverified(
                    "does not verify streams",
                    "aDamagedBlobIsNotReadToItsEnd",
                    (store, blobs) -> new ForwardingBlobs(blobs) {
                        @Override
                        public InputStream open(Address address) {
                            return new ByteArrayInputStream(store.unverified(address));
                        }
                    }),
            unverified(
                    "verifies a stream after its last byte",
                    "aDamagedBlobIsNotReadToItsEnd",
                    (store, blobs) -> new ForwardingBlobs(blobs) {
                        @Override
                        public InputStream open(Address address) {
                            return new SequenceInputStream(
                                    new ByteArrayInputStream(store.unverified(address)), new InputStream() {
                                        @Override
                                        public int read() {
                                            throw new CorruptBlobException("too late");
                                        }
                                    });
                        }
                    }));

    private static Mutant unverified(String name, String caughtBy, BiFunction<SharedMemory, Blobs, Blobs> change) {
        return new Mutant(name, caughtBy, store -> new Mutant.Change() {
            @Override
            public Blobs blobs(Blobs blobs) {
                return change.apply(store, blobs);
            }
        });
    }
}
