package dev.cairn.datastore.tck.mutants;

import static dev.cairn.datastore.tck.mutants.Mutant.ofBlobs;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobContent;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.DatastoreException;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mutants that store, find or list blobs wrongly. */
final class BlobMutants {
    private BlobMutants() {}

    static final List<Mutant> ALL = List.of(
            ofBlobs("loses the last byte", "aBlobOfAnySizeIsReadBackAsItWas", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public byte[] read(Address address) {
                    byte[] bytes = super.read(address);
                    return Arrays.copyOf(bytes, Math.max(0, bytes.length - 1));
                }
            }),
            ofBlobs(
                    "tells the size as it is stored",
                    "aBlobIsStoredUnderTheSha256OfItsBytes",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public BlobInfo put(byte[] content) {
                            return new BlobInfo(super.put(content).address(), content.length + 4);
                        }
                    }),
            ofBlobs(
                    "forgets the last of several contents",
                    "severalBlobsAreStoredAtOnce",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public List<BlobInfo> putAll(List<BlobContent> contents) {
                            return super.putAll(contents.subList(0, Math.max(0, contents.size() - 1)));
                        }
                    }),
            ofBlobs(
                    "looks for a thousand blobs at most",
                    "ofManyAddressesThoseWithABlobAreFound",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public Set<Address> present(Collection<Address> addresses) {
                            return super.present(addresses.stream().limit(1000).toList());
                        }
                    }),
            ofBlobs("forgets previews", "aPreviewIsKeptWithItsBlob", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public Optional<BlobInfo> find(Address address) {
                    return super.find(address).map(blob -> new BlobInfo(blob.address(), blob.size()));
                }
            }),
            ofBlobs("keeps the newest preview", "theFirstPreviewStays", blobs -> new ForwardingBlobs(blobs) {
                private final Map<Address, BlobInfo> newest = new HashMap<>();

                @Override
                public BlobInfo put(BlobContent content) {
                    BlobInfo put = super.put(content);
                    newest.put(put.address(), put);
                    return put;
                }

                @Override
                public Optional<BlobInfo> find(Address address) {
                    return Optional.ofNullable(newest.get(address)).or(() -> super.find(address));
                }
            }),
            ofBlobs("stores twice", "puttingWhatIsThereDoesNothing", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public Stream<BlobInfo> list() {
                    return super.list().flatMap(blob -> Stream.of(blob, blob));
                }
            }),
            ofBlobs("makes up what is not there", "aBlobThatIsNotThereIsNotFound", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public byte[] read(Address address) {
                    return find(address).isPresent() ? super.read(address) : new byte[0];
                }
            }),
            ofBlobs(
                    "gives away the array that it keeps",
                    "whoModifiesTheBytesHeGotOrGaveDoesNotModifyTheBlob",
                    blobs -> new ForwardingBlobs(blobs) {
                        private final Map<Address, byte[]> cache = new HashMap<>();

                        @Override
                        public byte[] read(Address address) {
                            return cache.computeIfAbsent(address, super::read);
                        }
                    }),
            ofBlobs("lists a page only", "blobsAreListedEachOnce", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public Stream<BlobInfo> list() {
                    return super.list().limit(512);
                }
            }),
            ofBlobs(
                    "lists what comes while it lists, again and again",
                    "blobsAreListedEachOnce",
                    blobs -> new ForwardingBlobs(blobs) {
                        private int put;

                        @Override
                        public BlobInfo put(byte[] content) {
                            put++;
                            return super.put(content);
                        }

                        @Override
                        public Stream<BlobInfo> list() {
                            int before = put;
                            List<BlobInfo> first = super.list().toList();
                            return Stream.concat(
                                    first.stream(), first.stream().limit(1).filter(blob -> put > before));
                        }
                    }),
            ofBlobs("cannot stop listing", "aListStopsWhereItsReaderStops", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public Stream<BlobInfo> list() {
                    long[] left = {super.list().count()};
                    return super.list().peek(blob -> left[0]--).onClose(() -> {
                        if (left[0] > 0) {
                            throw new IllegalStateException("not read to its end");
                        }
                    });
                }
            }),
            ofBlobs("forgets single bytes", "streamedContentIsTheSameBlob", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public BlobInfo put(BlobContent content) {
                    return super.put(output -> content.writeTo(new FilterOutputStream(output) {
                        @Override
                        public void write(int octet) {
                            // forgotten
                        }

                        @Override
                        public void write(byte[] bytes, int offset, int length) throws IOException {
                            out.write(bytes, offset, length);
                        }
                    }));
                }
            }),
            ofBlobs("stores halves", "contentThatThrowsStoresNothing", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public BlobInfo put(BlobContent content) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try {
                        content.writeTo(bytes);
                    } catch (IOException e) {
                        super.put(bytes.toByteArray());
                        throw new DatastoreException(
                                "the content of a blob could not be produced: " + e.getMessage(), e);
                    }
                    return super.put(bytes.toByteArray());
                }
            }),
            ofBlobs(
                    "hides what the content threw",
                    "anUncheckedExceptionOfTheContentIsPassedOn",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public BlobInfo put(BlobContent content) {
                            try {
                                return super.put(content);
                            } catch (IllegalStateException e) {
                                throw new DatastoreException("it failed", e);
                            }
                        }
                    }),
            ofBlobs(
                    "takes one put at a time",
                    "contentMayComeFromTheDatastoreItself",
                    blobs -> new ForwardingBlobs(blobs) {
                        private boolean busy;

                        @Override
                        public BlobInfo put(BlobContent content) {
                            if (busy) {
                                throw new DatastoreException("it is busy");
                            }
                            busy = true;
                            try {
                                return super.put(content);
                            } finally {
                                busy = false;
                            }
                        }
                    }),
            ofBlobs(
                    "says that it deleted, but does not",
                    "aDeletedBlobIsGoneAndCanBeStoredAgain",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public boolean delete(Address address, Instant unusedSince) {
                            return find(address).isPresent();
                        }
                    }),
            ofBlobs(
                    "finds what was deleted",
                    "aDeletedBlobIsGoneAndCanBeStoredAgain",
                    blobs -> new ForwardingBlobs(blobs) {
                        private final Map<Address, BlobInfo> cache = new HashMap<>();

                        @Override
                        public Optional<BlobInfo> find(Address address) {
                            super.find(address).ifPresent(blob -> cache.put(address, blob));
                            return Optional.ofNullable(cache.get(address));
                        }

                        @Override
                        public boolean delete(Address address, Instant unusedSince) {
                            find(address);
                            return super.delete(address, unusedSince);
                        }
                    }),
            ofBlobs("deletes too much", "otherBlobsStay", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public boolean delete(Address address, Instant unusedSince) {
                    boolean deleted = super.delete(address, unusedSince);
                    super.list().findFirst().ifPresent(blob -> super.delete(blob.address(), unusedSince));
                    return deleted;
                }
            }),
            ofBlobs("deletes whatever its time", "aBlobThatWasPutBeforeIsDeleted", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public boolean delete(Address address, Instant unusedSince) {
                    return super.delete(address, Instant.MAX);
                }
            }),
            ofBlobs(
                    "does not note that it was put again",
                    "aBlobThatWasPutAgainSinceIsNotDeleted",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public BlobInfo put(byte[] content) {
                            return find(Address.ofContent(content)).orElseGet(() -> super.put(content));
                        }
                    }),
            ofBlobs("leaves out larger ones", "severalBlobsAreReadAtOnce", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public Map<Address, byte[]> read(Collection<Address> addresses) {
                    Map<Address, byte[]> found = new HashMap<>(super.read(addresses));
                    found.values().removeIf(content -> content.length > 65_536);
                    return found;
                }
            }),
            ofBlobs("makes up one of several", "severalBlobsAreReadAtOnce", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public Map<Address, byte[]> read(Collection<Address> addresses) {
                    Map<Address, byte[]> found = new HashMap<>(super.read(addresses));
                    addresses.forEach(address -> found.putIfAbsent(address, new byte[0]));
                    return found;
                }
            }),
            ofBlobs("deletes the first of many", "manyBlobsAreDeletedAtOnce", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public long delete(Collection<Address> addresses, Instant unusedSince) {
                    return super.delete(addresses.stream().limit(1).toList(), unusedSince);
                }
            }),
            ofBlobs(
                    "deletes many whatever their time",
                    "manyBlobsAreDeletedAtOnce",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public long delete(Collection<Address> addresses, Instant unusedSince) {
                            return super.delete(addresses, Instant.MAX);
                        }
                    }),
            ofBlobs(
                    "deletes at once what is to be deleted with others",
                    "garbageCollectionsLoseNothing",
                    blobs -> new ForwardingBlobs(blobs) {
                        @Override
                        public long delete(Collection<Address> addresses, Instant unusedSince) {
                            return super.delete(addresses, Instant.MAX);
                        }
                    }),
            ofBlobs("sweeps too well", "sweepingKeepsEveryBlob", blobs -> new ForwardingBlobs(blobs) {
                @Override
                public void sweep() {
                    super.list().filter(blob -> blob.size() < 100).forEach(blob -> super.delete(blob.address()));
                }
            }));
}
