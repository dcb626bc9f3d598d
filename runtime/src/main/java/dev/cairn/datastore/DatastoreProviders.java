package dev.cairn.datastore;

import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the provider of a URL. */
final class DatastoreProviders {
    private static final String FILE = "file:";
    private static final String FILE_ARTIFACT = "dev.cairn:cairn-datastore-file";

    private DatastoreProviders() {}

    static Datastore open(String url) {
        return find(url).open(url);
    }

    static DatastoreProvider find(String url) {
        TreeMap<String, DatastoreProvider> providers = new TreeMap<>();
        ServiceLoader.load(DatastoreProvider.class, DatastoreProviders.class.getClassLoader())
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        ServiceLoader.load(DatastoreProvider.class)
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        int colon = url.indexOf(':');
        DatastoreProvider provider = colon < 0 ? null : providers.get(url.substring(0, colon));
        if (provider == null) {
            if (url.startsWith(FILE)) {
                throw new UnknownDatastoreException(
                        "`" + url + "` needs an artifact that is not on the class path: add `" + FILE_ARTIFACT
                                + "` to the dependencies.");
            }
            throw new UnknownDatastoreException("`" + url + "` is not a datastore. Use one of: "
                    + String.join(
                            ", ",
                            providers.keySet().stream()
                                    .map(scheme -> scheme + ":")
                                    .toList()));
        }
        return provider;
    }
}
