"""The picture library: what editors bring, what readers get, and until when.

- ``verifying``: whether a file is a picture that we take.
- ``developing``: its pixels upright, in sRGB and without anything else.
- ``originals``: the files as they were brought, which nobody else sees.
- ``storing``: a picture's row with its original.
- ``sizes``: what readers get, made by a job.
- ``withdrawing``: what happens when a licence has ended.
- ``sweeping``: files that belong to no picture.
- ``register``: where a picture is used, and what ends soon.
"""
