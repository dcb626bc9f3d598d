package com.acme;

final class Box implements Comparable<Box> {
    private final int size;

    Box(int size) {
        this.size = size;
    }

    @Override
    public int compareTo(Box other) {
        return Integer.compare(size, other.size);
    }

    int doubled() {
        return size * 2;
    }
}
