package org.jetbrains.jps.javac;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Stands in for the class of this name in IntelliJ's builds: it knows what their proxies stand for. */
public final class APIWrappers {
    private static final Map<Object, Object> WRAPPED = Collections.synchronizedMap(new IdentityHashMap<>());

    private APIWrappers() {}

    /** Lets {@code wrapper} stand for {@code wrapped}. */
    public static <T> T wrap(T wrapper, T wrapped) {
        WRAPPED.put(wrapper, wrapped);
        return wrapper;
    }

    /** What a wrapper stands for; what is none is given back. */
    public static <T> T unwrap(Class<? extends T> type, T wrapper) {
        return type.cast(WRAPPED.getOrDefault(wrapper, wrapper));
    }
}
