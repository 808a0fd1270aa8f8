"""Benchmarks: page speed, ingest throughput, detection quality, growth with size."""
